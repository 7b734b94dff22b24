import { limitPort } from "@/workflows/nodes/ports";
import { type PlanNode, planEnd } from "./plan-types";

/**
 * For each node, the nodes that run for certain once it runs, itself included: all targets of the port it leaves by,
 * and of several ports what they have in common. The greatest fixpoint, so a loop counts as ending one day.
 */
export function certainties(
  startId: string,
  entry: { target: string }[],
  nodes: PlanNode[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Set([startId, ...nodes.map((node) => node.id)]);
  const ways = new Map<string, string[][]>([
    [startId, [targetsOf(entry)]],
    ...nodes.map((node) => [node.id, waysOf(node)] as const),
  ]);
  const certain = new Map<string, ReadonlySet<string>>([...all].map((id) => [id, all]));
  const order = targetsFirst(ways);
  for (let changed = true; changed; ) {
    changed = false;
    for (const id of order) {
      const ports = ways.get(id) ?? [];
      const next = new Set([id, ...common(ports.map((targets) => union(targets, certain)))]);
      if (next.size < (certain.get(id)?.size ?? 0)) {
        certain.set(id, next);
        changed = true;
      }
    }
  }
  return certain;
}

/** What a node leads to before the node itself, loops aside: without them one round finds everything. */
function targetsFirst(ways: ReadonlyMap<string, string[][]>): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  for (const root of ways.keys()) {
    const path = [{ id: root, left: [root] }];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const next = at.left.pop();
      if (next === undefined) {
        path.pop();
        if (path.length > 0) order.push(at.id);
      } else if (!seen.has(next) && ways.has(next)) {
        seen.add(next);
        path.push({ id: next, left: (ways.get(next) ?? []).flat() });
      }
    }
  }
  return order;
}

/** A used-up loop whose `limit` leads nowhere stops the run, so nothing waits for it. */
function waysOf(node: PlanNode): string[][] {
  return node.routes
    .filter((route) => route.port !== limitPort.name || route.edges.length > 0)
    .map((route) => targetsOf(route.edges));
}

function targetsOf(edges: { target: string }[]): string[] {
  return edges.map((edge) => edge.target).filter((target) => target !== planEnd);
}

function union(targets: string[], certain: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  return new Set(targets.flatMap((target) => [...(certain.get(target) ?? [])]));
}

function common([first, ...others]: Set<string>[]): Set<string> {
  return new Set([...(first ?? [])].filter((id) => others.every((other) => other.has(id))));
}
