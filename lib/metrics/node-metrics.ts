import { Histogram, type Registry } from "prom-client";
import { callBuckets } from "./buckets";

/** How long nodes take, by their type: which node of which agent it was, the trace says. */
export function nodeMetrics(registry: Registry) {
  const seconds = new Histogram({
    name: "signalbox_node_seconds",
    help: "Time of a node's visit, by its type and how it ended: finished, failed or interrupted",
    labelNames: ["type", "outcome"],
    buckets: callBuckets,
    registers: [registry],
  });
  return (type: string, outcome: "finished" | "failed" | "interrupted", ms: number): void =>
    seconds.observe({ type, outcome }, ms / 1000);
}
