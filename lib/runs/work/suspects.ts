import type { RunJob } from "@/lib/queue/run-queue";
import type { LiveRun } from "./live-run";

/**
 * Runs that may bring their worker down are worked on one at a time, so that what dies with one of them is not taken
 * for another. The others wait here: their jobs stay this process's.
 */
export class Suspects {
  private parked: RunJob[] = [];

  constructor(private readonly active: () => Iterable<LiveRun>) {}

  /** How many of them may be taken now. */
  get seats(): number {
    for (const run of this.active()) if (run.isSuspect) return 0;
    return 1;
  }

  get jobs(): readonly RunJob[] {
    return this.parked;
  }

  park(jobs: readonly RunJob[]): void {
    this.parked.push(...jobs);
  }

  /** Those that may be tried again, if one of them can be taken. */
  take(): RunJob[] {
    return this.seats > 0 ? this.takeAll() : [];
  }

  takeAll(): RunJob[] {
    return this.parked.splice(0);
  }
}
