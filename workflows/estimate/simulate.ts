import { limitPort } from "@/workflows/nodes/ports";
import type { ModelNode, Route, RunModel } from "./model";
import { valueAt } from "./spread";

/** What is counted of a run or a node: tokens, micro-dollars, milliseconds. */
export interface Amounts {
  tokensIn: number;
  tokensOut: number;
  costMicros: number;
  ms: number;
}

const nothingSpent: Amounts = { tokensIn: 0, tokensOut: 0, costMicros: 0, ms: 0 };

/** Told of every visit of a node. */
type OnVisit = (nodeId: string, spent: Amounts) => void;

/**
 * One run at random. It goes in supersteps, as LangGraph runs: all nodes of a step run at once and the next step waits
 * for the slowest, so time is the sum over steps of the longest visit; tokens and cost add up. A join is put off while
 * a parallel branch is on its way. Each visit takes two random numbers, one for the port and one for all its amounts
 * together (a long answer takes more tokens and more time), in the order of ids; which ones a visit gets does not
 * depend on any amount. Ends at the graph's step limit, where a used-up loop has no way out, and after `visitLimit`
 * visits.
 */
export function simulate(
  model: RunModel,
  next: () => number,
  visitLimit: number,
  onVisit: OnVisit,
): { spent: Amounts; visits: number } {
  const spent = { ...nothingSpent };
  const visited = new Map<string, number>();
  const taken = new Map<string, number>();
  let active = new Set(model.starts);
  let visits = 0;
  for (let step = 0; active.size > 0 && step <= model.stepLimit; step += 1) {
    const ready = readyOf(model, active);
    const following = new Set(active);
    for (const id of ready) following.delete(id);
    let slowest = 0;
    for (const id of ready) {
      const node = model.nodes.get(id);
      if (!node) continue;
      visits += 1;
      const visit = (visited.get(id) ?? 0) + 1;
      visited.set(id, visit);
      const cost = costOf(node, next());
      slowest = Math.max(slowest, cost.ms);
      spent.tokensIn += cost.tokensIn;
      spent.tokensOut += cost.tokensOut;
      spent.costMicros += cost.costMicros;
      if (!node.passive) onVisit(id, cost);
      const route = routeOf(node, node.choose(visit, next()), taken);
      if (route === "stopped" || visits >= visitLimit)
        return { spent: { ...spent, ms: spent.ms + slowest }, visits };
      for (const target of route?.targets ?? []) following.add(target);
    }
    spent.ms += slowest;
    active = following;
  }
  return { spent, visits };
}

/** The nodes that run now, in id order; all of them where each waits for another. */
function readyOf({ joins, waitsFor }: RunModel, active: ReadonlySet<string>): string[] {
  const ids = [...active];
  if (ids.length === 1) return ids;
  ids.sort();
  const ready = ids.filter(
    (id) => !joins.has(id) || !ids.some((other) => other !== id && waitsFor(id, other)),
  );
  return ready.length > 0 ? ready : ids;
}

function costOf({ history }: ModelNode, u: number): Amounts {
  if (!history) return nothingSpent;
  return {
    tokensIn: valueAt(history.tokensIn, u),
    tokensOut: valueAt(history.tokensOut, u),
    costMicros: valueAt(history.costMicros, u),
    ms: valueAt(history.ms, u),
  };
}

/** Where a visit leads, its edges counted: a route with a used-up edge gives way to the port of the limit. */
function routeOf(
  { routes }: ModelNode,
  port: string | undefined,
  taken: Map<string, number>,
): Route | "stopped" | undefined {
  const route = port === undefined ? undefined : routes.get(port);
  if (!route) return undefined;
  if (route.caps.some(({ edgeId, cap }) => (taken.get(edgeId) ?? 0) >= cap)) {
    return routes.get(limitPort.name) ?? "stopped";
  }
  for (const { edgeId } of route.caps) taken.set(edgeId, (taken.get(edgeId) ?? 0) + 1);
  return route;
}
