import type { Adjacency, Link } from "@/workflows/graph/analysis/adjacency";
import { backEdges } from "@/workflows/graph/analysis/back-edges";
import { concurrencyOf } from "@/workflows/graph/analysis/concurrency";
import { lazy } from "@/workflows/graph/analysis/lazy";
import { reachableFrom } from "@/workflows/graph/analysis/reachability";
import { errorPort } from "@/workflows/nodes/ports";
import { certainties } from "./certainty";
import { graphOf } from "./plan-graph";
import type { PlanJoin, PlanNode } from "./plan-types";

export interface Joins {
  joins: PlanJoin[];
  /** Deferred nodes, each with the deferred nodes that lead to it. */
  deferred: ReadonlyMap<string, string[]>;
}

/**
 * How each node with several incoming edges waits (docs/decisions/041-ports-and-joins.md). A barrier waits for exactly
 * its sources, so it is used only where all of them always run together; otherwise the node is deferred until nothing
 * else can run. Loops and alternatives need no waiting.
 */
export function joinsOf(startId: string, entry: { id: string; target: string }[], nodes: PlanNode[]): Joins {
  const graph = graphOf(startId, entry, nodes);
  const certain = lazy(() => certainties(startId, entry, nodes));
  const plain = new Set([startId, ...nodes.filter(isPlain).map((node) => node.id)]);
  let found = classify(graph, startId, plain, certain);
  // A node that may put itself off has no plain edges any more, which may turn a barrier behind it.
  for (let late = lateOf(found); late.some((id) => plain.delete(id)); late = lateOf(found)) {
    found = classify(graph, startId, plain, certain);
  }
  return found;
}

/** One port, no caps, never put off: all its edges are taken every time it is called. An error handler leaves by name. */
export function isPlain(node: PlanNode): boolean {
  const [route, ...others] = node.routes;
  const hasOneWay = route !== undefined && others.length === 0 && route.port !== errorPort.name;
  return hasOneWay && route.edges.every((edge) => edge.cap === undefined) && node.after.length === 0;
}

function classify(
  graph: Adjacency,
  startId: string,
  plain: ReadonlySet<string>,
  certain: () => ReadonlyMap<string, ReadonlySet<string>>,
): Joins {
  const back = backEdges(graph, [startId]);
  const joins: PlanJoin[] = [];
  const deferred: string[] = [];
  const forks = lazy(() => forksOf(graph, startId, certain()));
  for (const target of concurrencyOf(graph, [startId]).joins) {
    const incoming = graph.into(target).filter((link) => !back.has(link.id));
    const sources = [...new Set(incoming.map((link) => link.source))].sort();
    if (sources.length < 2) continue;
    const isTogether =
      sources.every((id) => plain.has(id)) && forks().some((fork) => joinsFork(graph, fork, sources));
    if (isTogether) joins.push({ sources: sources.filter((id) => id !== startId), target });
    else deferred.push(target);
  }
  const forward = without(graph, (link) => back.has(link.id));
  const before = (target: string) =>
    deferred.filter((id) => id !== target && reachableFrom(forward, [id]).has(target));
  return { joins, deferred: new Map(deferred.map((target) => [target, before(target)])) };
}

function lateOf({ deferred }: Joins): string[] {
  return [...deferred].filter(([, before]) => before.length > 0).map(([id]) => id);
}

/** A port with several targets: where one path becomes several. */
interface Fork {
  origin: string;
  /** What runs for certain each time it is taken. */
  followed: ReadonlySet<string>;
  /** What a run can get to without taking it. */
  elsewhere: () => ReadonlySet<string>;
}

function forksOf(
  graph: Adjacency,
  startId: string,
  certain: ReadonlyMap<string, ReadonlySet<string>>,
): Fork[] {
  return graph.ids
    .flatMap((origin) =>
      [...Map.groupBy(graph.from(origin), (link) => link.port).values()].map((links) => ({ origin, links })),
    )
    .filter(({ links }) => new Set(links.map((link) => link.target)).size > 1)
    .map(({ origin, links }) => {
      const taken = new Set(links.map((link) => link.id));
      return {
        origin,
        followed: new Set(links.flatMap((link) => [...(certain.get(link.target) ?? [])])),
        elsewhere: lazy(() =>
          reachableFrom(
            without(graph, (link) => taken.has(link.id)),
            [startId],
          ),
        ),
      };
    });
}

/**
 * Whether all sources run exactly once each time this fork is taken, and never otherwise: every way to a source leads
 * through the fork, each source certainly follows, and no source comes round again without the fork.
 */
function joinsFork(graph: Adjacency, { origin, followed, elsewhere }: Fork, sources: string[]): boolean {
  const others = sources.filter((id) => id !== origin);
  if (!others.every((id) => followed.has(id))) return false;
  if (others.some((id) => elsewhere().has(id))) return false;
  const past = without(graph, (link) => link.source === origin);
  return !others.some((id) => past.from(id).some((link) => reachableFrom(past, [link.target]).has(id)));
}

function without(graph: Adjacency, drop: (link: Link) => boolean): Adjacency {
  return {
    ...graph,
    from: (id) => graph.from(id).filter((link) => !drop(link)),
    into: (id) => graph.into(id).filter((link) => !drop(link)),
  };
}
