import type { Pool } from "pg";
import type { Log } from "@/lib/log/log";
import { pause, systemClock } from "@/lib/runs/clock";
import { countRuns } from "./count-runs";

/** Between two batches, for everybody else's work. */
const restMs = 20;

/** Counts runs soon after they have ended, and those of the past; a round goes on until none is left. */
export class RunCounter {
  private round: Promise<void> | null = null;
  private stopping = false;

  constructor(
    private readonly pool: Pool,
    private readonly log: Log,
  ) {}

  /** Starts a round unless one is under way. Never throws. */
  start(): void {
    if (this.stopping || this.round) return;
    this.round = this.count()
      .catch((error: unknown) => this.log.warn({ err: error }, "could not count runs; the next round will"))
      .finally(() => {
        this.round = null;
      });
  }

  /** Starts no more, and waits for the batch under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.round;
  }

  private async count(): Promise<void> {
    while (!this.stopping && (await countRuns(this.pool))) await pause(systemClock, restMs);
  }
}
