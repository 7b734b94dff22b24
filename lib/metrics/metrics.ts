import { collectDefaultMetrics, Registry } from "prom-client";
import type { Installation } from "@/lib/health/installation/installation";
import type { VitalSources } from "@/lib/health/processes/vitals";
import { breakerMetrics } from "./breaker-metrics";
import { checkpointMetrics } from "./checkpoint-metrics";
import { errorMetrics } from "./error-metrics";
import { eventMetrics } from "./event-metrics";
import { installationMetrics } from "./installation-metrics";
import { modelMetrics } from "./model-metrics";
import { nodeMetrics } from "./node-metrics";
import { poolMetrics } from "./pool-metrics";
import { runMetrics } from "./run-metrics";
import { toolMetrics } from "./tool-metrics";

export interface MetricSources extends Pick<VitalSources, "pool" | "poolSize" | "work" | "breakers"> {
  /** null: the database does not answer. */
  installation: () => Promise<Installation | null>;
}

/** Everything that this process counts, one family a file. Workspaces and agents are no labels: they have no bound. */
export function createMetrics(sources: MetricSources) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  poolMetrics(registry, sources);
  installationMetrics(registry, sources.installation);
  return {
    registry,
    runs: runMetrics(registry, sources.work),
    nodes: nodeMetrics(registry),
    models: modelMetrics(registry),
    tools: toolMetrics(registry),
    errors: errorMetrics(registry),
    events: eventMetrics(registry),
    breakerChanged: breakerMetrics(registry, sources.breakers),
    watchSaver: checkpointMetrics(registry),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
