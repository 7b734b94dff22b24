import type { GraphDocument } from "@/workflows/graph/document";
import { type Adjacency, adjacencyOf, type Link } from "./adjacency";
import { type Concurrency, concurrencyOf } from "./concurrency";
import { lazy } from "./lazy";
import { reachableFrom } from "./reachability";

/** The shape of a graph, settings aside. */
export interface Topology {
  adjacency: Adjacency;
  starts: readonly string[];
  /** Nodes that a run can get to. */
  reachable: ReadonlySet<string>;
  /** Worked out when first asked for: most graphs have no need of it. */
  concurrency: () => Concurrency;
  /** By the id of an edge: the edges from parallel branches that its target waits for together with it. */
  companions: () => ReadonlyMap<string, readonly Link[]>;
}

const known = new WeakMap<GraphDocument["edges"], Topology>();

/** Kept with the edge table, which typing into a field leaves as it is: the shape is then not worked out again. */
export function topologyOf(document: GraphDocument, starts: readonly string[]): Topology {
  const kept = known.get(document.edges);
  if (kept && sameItems(kept.starts, starts) && sameItems(kept.adjacency.ids, sortedIds(document)))
    return kept;
  const adjacency = adjacencyOf(document);
  const concurrency = lazy(() => concurrencyOf(adjacency, starts));
  const topology: Topology = {
    adjacency,
    starts,
    reachable: reachableFrom(adjacency, starts),
    concurrency,
    companions: lazy(() => companionsOf(adjacency, concurrency())),
  };
  known.set(document.edges, topology);
  return topology;
}

function companionsOf(adjacency: Adjacency, concurrency: Concurrency): Map<string, Link[]> {
  const waited = adjacency.links.filter((link) => concurrency.joins.has(link.target));
  return new Map(
    waited.map((link) => [
      link.id,
      adjacency.into(link.target).filter((other) => areBranches(concurrency, link, other)),
    ]),
  );
}

/**
 * Whether both edges are waited for: they come from branches beside each other, or `link` is itself a branch of
 * the fork in whose other branch `other` begins.
 */
function areBranches(concurrency: Concurrency, link: Link, other: Link): boolean {
  if (concurrency.parallel(link.source, other.source)) return true;
  return concurrency.waitsFor(link.target, other.source) && concurrency.leadsTo(link.source, other.source);
}

function sortedIds({ nodes }: GraphDocument): string[] {
  return Object.keys(nodes).sort();
}

function sameItems(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
