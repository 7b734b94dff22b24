import type { CheckpointRow } from "./fenced-write";

/** Checkpoints of one run that may wait for their turn; the next one waits for a place. */
const mostWaiting = 8;

/** A checkpoint on its way, and who waits for it. */
interface Waiting {
  row: CheckpointRow;
  stored: PromiseWithResolvers<void>;
}

/**
 * The checkpoints of one run on their way to the store: in order, and those that wait meanwhile in one statement. After
 * one that could not be stored comes no other, for each builds on those before it.
 */
export class CheckpointLine {
  private waiting: Waiting[] = [];
  private underWay: Promise<void> | undefined;
  private refused: { error: unknown } | undefined;

  /** @param store all of them or none */
  constructor(private readonly store: (rows: readonly CheckpointRow[]) => Promise<void>) {}

  /** Resolves when it is stored. @throws what it, or one before it, could not be stored for */
  add(row: CheckpointRow): Promise<void> {
    if (this.refused) return Promise.reject(this.refused.error);
    const waiting = { row, stored: Promise.withResolvers<void>() };
    this.waiting.push(waiting);
    this.underWay ??= this.work();
    return waiting.stored.promise;
  }

  /** Resolves when another may join those that wait. */
  async room(): Promise<void> {
    while (this.waiting.length >= mostWaiting && this.underWay) await this.underWay;
  }

  /** Resolves when nothing is on its way any more. */
  async idle(): Promise<void> {
    while (this.underWay) await this.underWay;
  }

  /** Never rejects: a failure is told to those it hits. */
  private async work(): Promise<void> {
    const taken = this.take();
    try {
      await this.store(taken.map(({ row }) => row));
      for (const { stored } of taken) stored.resolve();
    } catch (error) {
      this.refused = { error };
      for (const { stored } of [...taken, ...this.waiting.splice(0)]) stored.reject(error);
    }
    this.underWay = this.waiting.length > 0 ? this.work() : undefined;
  }

  /** As many as have places of their own: one statement cannot store the same checkpoint twice. */
  private take(): Waiting[] {
    const places = new Set<string>();
    const end = this.waiting.findIndex(({ row: { namespace, id } }) => {
      const place = `${namespace} ${id}`;
      return places.size === places.add(place).size;
    });
    return this.waiting.splice(0, end === -1 ? this.waiting.length : end);
  }
}
