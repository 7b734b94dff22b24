import type { Look } from "./health-page";
import type { ProcessReport } from "./processes/process-report";

type Memory = ProcessReport["memory"];

/** Beyond this share of a limit the next large run may end the process. */
const mostShare = 0.9;
/** A trend is told of the last hour, by the least use in each minute: what the collector gives back is no growth. */
const minuteMs = 60_000;
const mostMinutes = 60;

interface Minute {
  start: number;
  heapUsed: number;
  rss: number;
}

/** Watches what this process takes of memory. */
export class MemoryWatch {
  private readonly minutes: Minute[] = [];

  constructor(
    private readonly use: () => Memory,
    private readonly now: () => number = Date.now,
  ) {}

  /** Called every few seconds. */
  sample(): void {
    const { heapUsed, rss } = this.use();
    const current = this.minutes.at(-1);
    const start = this.now();
    if (current && start - current.start < minuteMs) {
      current.heapUsed = Math.min(current.heapUsed, heapUsed);
      current.rss = Math.min(current.rss, rss);
      return;
    }
    this.minutes.push({ start, heapUsed, rss });
    if (this.minutes.length > mostMinutes) this.minutes.shift();
  }

  look(): Look {
    const memory = this.use();
    const { heapUsed, heapLimit, rss, limit } = memory;
    return {
      findings: [
        { check: "heap", ...share(heapUsed, heapLimit, "Node's heap") },
        { check: "memory", ...(limit ? share(rss, limit, "the container's memory") : { found: "ok" }) },
      ],
      facts: { ...memory, growth: this.growth() },
    };
  }

  /** Bytes more than at the start of the watched time; null in the first minutes. */
  private growth(): { minutes: number; heapUsed: number; rss: number } | null {
    // The minute that still runs has not seen its least yet, and the first one has seen the start.
    const whole = this.minutes.slice(1, -1);
    const [first, last] = [whole[0], whole.at(-1)];
    if (!first || !last || first === last) return null;
    return {
      minutes: Math.round((last.start - first.start) / minuteMs),
      heapUsed: last.heapUsed - first.heapUsed,
      rss: last.rss - first.rss,
    };
  }
}

function share(used: number, limit: number, what: string): { found: string; action?: string } {
  if (used <= limit * mostShare) return { found: "ok" };
  return {
    found: `${Math.round((used / limit) * 100)} % of ${what} is in use.`,
    action: "Give the process more memory, or lower WORKER_CONCURRENCY.",
  };
}
