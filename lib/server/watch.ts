import { type Installation, readInstallation } from "@/lib/health/installation/installation";
import { ModelOutcomes } from "@/lib/health/model-outcomes";
import type { VitalSources } from "@/lib/health/processes/vitals";
import { remembered } from "@/lib/health/remembered";
import { createMetrics, type Metrics } from "@/lib/metrics/metrics";
import { nodeTypes } from "@/lib/metrics/node-types";
import { RunObserver } from "@/lib/metrics/run-observer";
import type { RunWatch } from "@/lib/runs/run-watch";
import type { Core } from "./core";
import type { Live } from "./live";
import type { Outside } from "./outside";

/** What this process sees of its own work. */
export interface Watch {
  metrics: Metrics;
  vitals: VitalSources;
  /** What all processes show, at most so old. */
  installation: () => Promise<Installation>;
  runs: RunWatch;
}

/** Scrapes of many processes, probes and open screens must not cost the database more than this. */
const installationMs = 2_000;

export function createWatch(
  { env, database: { pool } }: Pick<Core, "env" | "database">,
  { hub }: Pick<Live, "hub">,
  outside: Pick<Outside, "breakers" | "sandbox">,
  work: VitalSources["work"],
): Watch {
  const outcomes = new ModelOutcomes();
  const installation = remembered(() => readInstallation(pool), installationMs);
  const vitals = {
    pool,
    poolSize: env.databasePoolSize,
    work,
    breakers: () => outside.breakers.states(),
    sandbox: () => outside.sandbox.status(),
    models: () => outcomes.list(),
  };
  const metrics = createMetrics({ ...vitals, installation: () => installation().catch(() => null) });
  outside.breakers.onChange((state) => metrics.breakerChanged(state));
  const observer = new RunObserver(metrics, outcomes);
  hub.listen((events) => observer.stored(events));
  return {
    metrics,
    vitals,
    installation,
    runs: {
      taken: ({ id, waitedMs }, document, at) =>
        observer.taken({ runId: id, at, waitedMs: waitedMs ?? undefined, types: nodeTypes(document) }),
      saver: (saver) => metrics.watchSaver(saver),
    },
  };
}
