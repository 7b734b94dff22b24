import type { Log } from "@/lib/log/log";
import type { Clock } from "../clock";

export interface PatrolOptions {
  clock: Clock;
  log: Log;
  /** Every second: what concerns this process's own runs. */
  look(): Promise<void>;
  /** Every five seconds: runs whose process died, and what it left undone. */
  recover(): Promise<void>;
  /** Every minute, first soon after the start: what has outlived its time. */
  housekeep?: (() => Promise<void>) | undefined;
}

const everyMs = 1_000;
const recoverEvery = 5;
const housekeepEvery = 60;

/** The worker's rounds. A round starts when the last one is through; a failed one is only logged. */
export class Patrol {
  private cancelTimer = () => {};
  private stopped = false;
  private round = 0;
  private lastWalk: number;

  constructor(private readonly options: PatrolOptions) {
    this.lastWalk = options.clock.now();
  }

  /** When a round last went through without a fault; at first, when the rounds were made. */
  get walkedAt(): number {
    return this.lastWalk;
  }

  start(): void {
    if (this.stopped) return;
    this.cancelTimer = this.options.clock.after(everyMs, () => void this.walk());
  }

  stop(): void {
    this.stopped = true;
    this.cancelTimer();
  }

  private async walk(): Promise<void> {
    this.round += 1;
    try {
      await this.options.look();
      if (this.round % recoverEvery === 0) await this.options.recover();
      if (this.round % housekeepEvery === 1) await this.options.housekeep?.();
      this.lastWalk = this.options.clock.now();
    } catch (error) {
      this.options.log.warn({ err: error }, "a worker's round failed");
    }
    this.start();
  }
}
