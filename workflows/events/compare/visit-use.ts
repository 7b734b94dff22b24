import { spansAround } from "../path/span-tree";
import type { Span } from "../run-view";

/** What was used during a visit, everything below it included. */
export interface VisitUse {
  tokens: number;
  costMicros: number;
  /** Calls without a known price. */
  unknownCalls: number;
  /** Models that were asked, each once. */
  models: string[];
}

const none: VisitUse = { tokens: 0, costMicros: 0, unknownCalls: 0, models: [] };

/** What the visits of a run used, by span. */
export function usedInVisits(spans: readonly Span[]): (spanId: string) => VisitUse {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const used = new Map<string, VisitUse>();
  for (const span of spans) {
    const own = usedBy(span);
    if (!own) continue;
    for (const id of spansAround(byId, span.id)) used.set(id, sum(used.get(id) ?? none, own));
  }
  return (spanId) => used.get(spanId) ?? none;
}

function usedBy({ kind, name, usage, used, costMicros, endedAt }: Span): VisitUse | undefined {
  if (kind === "model") {
    const tokens = (usage?.input ?? 0) + (usage?.output ?? 0);
    const unknown = endedAt !== undefined && costMicros === null;
    return { tokens, costMicros: costMicros ?? 0, unknownCalls: unknown ? 1 : 0, models: [name] };
  }
  if (kind !== "run" || !used) return undefined;
  const { tokens, costMicros: cost, unknownCostCalls } = used;
  return {
    tokens: tokens.input + tokens.output,
    costMicros: cost,
    unknownCalls: unknownCostCalls,
    models: [],
  };
}

function sum(one: VisitUse, other: VisitUse): VisitUse {
  return {
    tokens: one.tokens + other.tokens,
    costMicros: one.costMicros + other.costMicros,
    unknownCalls: one.unknownCalls + other.unknownCalls,
    models: [...new Set([...one.models, ...other.models])],
  };
}
