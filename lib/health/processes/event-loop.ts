import { monitorEventLoopDelay } from "node:perf_hooks";

export interface LoopDelay {
  /** Since the last reading, milliseconds. */
  read(): { p99Ms: number; maxMs: number };
  stop(): void;
}

/** The timer that measures wakes up so often, and is late by nothing else than what it measures. */
const resolutionMs = 20;

/** Watches how late the event loop comes to its timers. */
export function watchEventLoop(): LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  histogram.enable();
  const late = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e6) - resolutionMs);
  return {
    read() {
      const reading = { p99Ms: late(histogram.percentile(99)), maxMs: late(histogram.max) };
      histogram.reset();
      return reading;
    },
    stop: () => void histogram.disable(),
  };
}
