import type { EventDraft } from "@/workflows/events/event";

/** A checkpoint on its way, and what happened after it. */
interface Gate {
  isStored: boolean;
  /** Told first once it is stored. */
  onStored: () => void;
  events: EventDraft[];
}

/**
 * Lets a run go on while its checkpoints are being stored, and nobody notice: what happens after a checkpoint is told
 * once that is stored. A worker that dies in between leaves the record of a run that had not got that far.
 */
export class EventGate {
  private readonly gates: Gate[] = [];
  private isOpening = false;
  private refused: { error: unknown } | undefined;
  private open: PromiseWithResolvers<void> | undefined;

  /** @param pass takes events whose time has come, in order; never throws */
  constructor(private readonly pass: (event: EventDraft) => void) {}

  emit(event: EventDraft): void {
    if (this.refused) return;
    const last = this.isOpening ? undefined : this.gates.at(-1);
    if (last) last.events.push(event);
    else this.pass(event);
  }

  /**
   * What comes from now on waits until this is stored.
   * @param onRefused told what it could not be stored for; what waits is forgotten, and so is what comes after
   */
  holdUntil(stored: Promise<void>, onStored: () => void, onRefused: (error: unknown) => void): void {
    const gate: Gate = { isStored: false, onStored, events: [] };
    this.gates.push(gate);
    stored.then(
      () => {
        gate.isStored = true;
        this.openFirst();
      },
      (error: unknown) => {
        if (this.refused) return;
        this.refused = { error };
        this.gates.length = 0;
        this.settle();
        onRefused(error);
      },
    );
  }

  /** Resolves when nothing waits any more; nothing where that is so already. @throws what a checkpoint was refused for */
  stored(): Promise<void> | undefined {
    if (this.refused) return Promise.reject(this.refused.error);
    if (this.gates.length === 0) return undefined;
    this.open ??= Promise.withResolvers<void>();
    return this.open.promise;
  }

  /** Resolves when nothing waits any more, stored or refused; then events pass again. */
  async close(): Promise<void> {
    await this.stored()?.catch(() => {});
    this.refused = undefined;
  }

  private openFirst(): void {
    this.isOpening = true;
    for (let gate = this.gates[0]; gate?.isStored; gate = this.gates[0]) {
      this.gates.shift();
      gate.onStored();
      for (const event of gate.events) this.pass(event);
    }
    this.isOpening = false;
    if (this.gates.length === 0) this.settle();
  }

  private settle(): void {
    const { open, refused } = this;
    this.open = undefined;
    if (!open) return;
    if (refused) open.reject(refused.error);
    else open.resolve();
  }
}
