import type { Cost, RunView } from "./run-view";

/** What the runs that a run called have used, and those that they called; not part of the run's own totals. */
export interface CalledUsage {
  runs: number;
  tokens: RunView["tokens"];
  cost: Cost;
}

/** Each called run counts once, however often it was told of; those that still run are not counted yet. */
export function calledUsage({ spans }: Pick<RunView, "spans">): CalledUsage {
  const total: CalledUsage = {
    runs: 0,
    tokens: { input: 0, output: 0, cached: 0 },
    cost: { micros: 0, unknownCalls: 0 },
  };
  for (const { kind, used } of spans) {
    if (kind === "run") total.runs += 1;
    if (!used) continue;
    total.tokens.input += used.tokens.input;
    total.tokens.output += used.tokens.output;
    total.tokens.cached += used.tokens.cached;
    total.cost.micros += used.costMicros;
    total.cost.unknownCalls += used.unknownCostCalls;
  }
  return total;
}
