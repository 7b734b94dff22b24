import { setImmediate } from "node:timers/promises";

/** Runs begin for so long in one turn of the event loop. */
const mostMs = 8;

/** Spreads the starts of runs that were taken together: neither in one turn, nor each behind all that runs already. */
export class StartTurn {
  private began = performance.now();

  /** To be waited for before each start. */
  async next(): Promise<void> {
    if (performance.now() - this.began <= mostMs) return;
    await setImmediate();
    this.began = performance.now();
  }
}
