/** Rows of task writes, in the stock saver's column order. */
export type WriteRows = readonly (readonly unknown[])[];

/** What one task wrote and who waits for it to be stored. */
export interface HeldWrite {
  rows: Promise<WriteRows>;
  stored: PromiseWithResolvers<void>;
}

/**
 * Holds back for a moment what tasks wrote, so that the checkpoint after them takes it along in its own statement.
 * What no checkpoint takes in time is stored by itself: a task that ended stays done while its siblings go on.
 */
export class HeldWrites {
  private readonly held = new Map<string, HeldWrite[]>();

  /** @param patienceMs a step's last task ends moments before its checkpoint comes; others may go on for minutes */
  constructor(private readonly patienceMs: number) {}

  /** @param key the checkpoint from which the task started. Resolves when the rows are stored. */
  hold(key: string, rows: Promise<WriteRows>, store: (rows: WriteRows) => Promise<void>): Promise<void> {
    const write = { rows, stored: Promise.withResolvers<void>() };
    const others = this.held.get(key);
    if (others) others.push(write);
    else {
      this.held.set(key, [write]);
      setTimeout(() => this.storeAlone(key, store), this.patienceMs);
    }
    return write.stored.promise;
  }

  private storeAlone(key: string, store: (rows: WriteRows) => Promise<void>): void {
    const writes = this.take(key);
    // Whoever waits for the writes is told of a failure.
    if (writes.length > 0) settle(writes, store).catch(() => {});
  }

  /** Hands over what is held for a checkpoint: the caller stores it with `settle`. */
  take(key: string): HeldWrite[] {
    const writes = this.held.get(key) ?? [];
    this.held.delete(key);
    return writes;
  }
}

/** Stores held writes together, and tells those who wait for them how it went. @throws whatever `store` throws */
export async function settle(
  writes: readonly HeldWrite[],
  store: (rows: WriteRows) => Promise<void>,
): Promise<void> {
  try {
    const rows = await Promise.all(writes.map(({ rows }) => rows));
    await store(rows.flat());
  } catch (error) {
    for (const { stored } of writes) stored.reject(error);
    throw error;
  }
  for (const { stored } of writes) stored.resolve();
}
