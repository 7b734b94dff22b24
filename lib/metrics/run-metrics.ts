import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { WorkStatus } from "@/lib/runs/work/work-status";
import { runBuckets, waitBuckets } from "./buckets";

/** How runs go, as a whole. */
export function runMetrics(registry: Registry, work: () => WorkStatus | null) {
  const registers = [registry];
  const seconds = new Histogram({
    name: "signalbox_run_seconds",
    help: "Time from a worker's taking a run up to its end or pause; pauses are not in it",
    labelNames: ["status"],
    buckets: runBuckets,
    registers,
  });
  const ended = new Counter({
    name: "signalbox_runs_ended_total",
    help: "Runs that ended or paused, those that ended while they waited included",
    labelNames: ["status"],
    registers,
  });
  const firstToken = new Histogram({
    name: "signalbox_run_first_token_seconds",
    help: "Time from the request for a run to the first token of a model in it",
    buckets: waitBuckets,
    registers,
  });
  const waited = new Histogram({
    name: "signalbox_run_wait_seconds",
    help: "Time from the request for a run to a worker's taking it up for the first time",
    buckets: waitBuckets,
    registers,
  });
  new Gauge({
    name: "signalbox_worker_active_runs",
    help: "Runs that this process works on",
    registers,
    collect() {
      this.set(work()?.active ?? 0);
    },
  });
  new Gauge({
    name: "signalbox_worker_places",
    help: "Runs that this process may work on at the same time",
    registers,
    collect() {
      this.set(work()?.places ?? 0);
    },
  });
  return {
    /** @param ms of work; undefined: it ended where nobody worked on it */
    ended(status: string, ms: number | undefined): void {
      ended.inc({ status });
      if (ms !== undefined) seconds.observe({ status }, ms / 1000);
    },
    firstToken: (ms: number) => firstToken.observe(ms / 1000),
    waited: (ms: number) => waited.observe(ms / 1000),
  };
}
