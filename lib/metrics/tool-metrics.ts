import { Histogram, type Registry } from "prom-client";
import { callBuckets } from "./buckets";

/** Calls of tools, all together: their names are people's. */
export function toolMetrics(registry: Registry) {
  const seconds = new Histogram({
    name: "signalbox_tool_call_seconds",
    help: "Time of a tool call, by how it ended: finished or failed",
    labelNames: ["outcome"],
    buckets: callBuckets,
    registers: [registry],
  });
  return (outcome: "finished" | "failed", ms: number): void => seconds.observe({ outcome }, ms / 1000);
}
