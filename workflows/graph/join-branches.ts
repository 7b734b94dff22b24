import type { NodeDefinitions } from "@/workflows/nodes/ports";
import type { Link } from "./analysis/adjacency";
import { startsOf } from "./analysis/inputs";
import { type Topology, topologyOf } from "./analysis/topology";
import { bypass } from "./bypass";
import type { GraphDocument } from "./document";

/** One of the parallel ways that end at a join. */
export interface JoinBranch {
  /** The nodes whose edges lead into the join; several where conditions choose between them. */
  sources: string[];
  /** The nodes that stand on it, in id order; none where the branch is a bare edge from the fork. */
  nodes: string[];
}

/**
 * The parallel branches a node waits for, each with what stands on it since it parted from another one; empty where
 * the node is no join. Where a branch forks again, what stands before that fork is on both of its parts.
 */
export function joinBranches(
  document: GraphDocument,
  nodeId: string,
  definitions: NodeDefinitions,
): JoinBranch[] {
  const running = bypass(document, definitions).document;
  const topology = topologyOf(running, startsOf(running, definitions));
  const { adjacency } = topology;
  const { leadsTo, waitsFor } = topology.concurrency();
  const branches = sourcesOf(topology, nodeId);
  if (branches.length < 2) return [];
  return branches.map((sources) => ({
    sources,
    nodes: adjacency.ids.filter(
      (id) => waitsFor(nodeId, id) && sources.some((source) => source === id || leadsTo(id, source)),
    ),
  }));
}

/** Where the edges into a join come from: those that are waited for together apart, those that exclude each other in one. */
function sourcesOf({ adjacency, reachable, companions }: Topology, nodeId: string): string[][] {
  const into = adjacency.into(nodeId).filter(({ source }) => reachable.has(source));
  const waits = (one: Link, other: Link) => (companions().get(one.id) ?? []).includes(other);
  const apart = (one: Link, other: Link) => waits(one, other) || waits(other, one);
  const groups: Link[][] = [];
  for (const link of into.filter((one) => into.some((other) => apart(one, other)))) {
    const same = groups.find((group) => group.every((other) => !apart(link, other)));
    if (same) same.push(link);
    else groups.push([link]);
  }
  return groups.map((group) => [...new Set(group.map(({ source }) => source))]);
}
