import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { type Adjacency, adjacencyOf } from "./analysis/adjacency";
import { startsOf } from "./analysis/inputs";
import { reachableFrom, reaching } from "./analysis/reachability";
import { bypass } from "./bypass";
import type { GraphDocument } from "./document";
import type { Issue } from "./issue";
import { own } from "./record";
import type { TestOptions } from "./test-options";

/** Where a run begins and after which node it ends; all of the graph where neither is said. */
export type Part = Pick<TestOptions, "from" | "until">;

/**
 * The nodes that run in a part of a graph: all that can be reached where it begins, and of them only those on a way to
 * its last node, which nothing follows.
 */
export function nodesOfPart(adjacency: Adjacency, begins: readonly string[], until?: string): Set<string> {
  if (until === undefined) return reachableFrom(adjacency, begins);
  const ending: Adjacency = {
    ...adjacency,
    from: (id) => (id === until ? [] : adjacency.from(id)),
    into: (id) => adjacency.into(id).filter((link) => link.source !== until),
  };
  const back = reaching(ending, [until]);
  return new Set([...reachableFrom(ending, begins)].filter((id) => back.has(id)));
}

/** The nodes that a run of this part comes to, Start included where it begins there. */
export function partOf(given: GraphDocument, definitions: NodeDefinitions, { from, until }: Part) {
  const { document } = bypass(given, definitions);
  const begins = from === undefined ? startsOf(document, definitions) : [from];
  return nodesOfPart(adjacencyOf(document), begins, until);
}

/**
 * What of a document's issues stands in the way of a run: all of them for the whole graph, those inside it for a part.
 * What follows its last node does not matter.
 */
export function issuesOfPart(
  issues: readonly Issue[],
  document: GraphDocument,
  definitions: NodeDefinitions,
  part: Part,
): Issue[] {
  if (part.from === undefined && part.until === undefined) return [...issues];
  const inside = partOf(document, definitions, part);
  return issues.filter(({ code, path: { nodeId, edgeId, channel } }) => {
    if (nodeId === part.until && code === "port_unconnected") return false;
    if (nodeId !== undefined) return inside.has(nodeId);
    const edge = edgeId === undefined ? undefined : own(document.edges, edgeId);
    if (edge) return edge.source !== part.until && inside.has(edge.source) && inside.has(edge.target);
    return channel !== undefined;
  });
}
