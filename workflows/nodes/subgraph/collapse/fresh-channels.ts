import { startsOf } from "@/workflows/graph/analysis/inputs";
import { topologyOf } from "@/workflows/graph/analysis/topology";
import { writtenBefore } from "@/workflows/graph/analysis/written-before";
import { bypass } from "@/workflows/graph/bypass";
import type { GraphDocument } from "@/workflows/graph/document";
import { factsOf } from "@/workflows/graph/node-facts";
import { own } from "@/workflows/graph/record";
import type { NodeDefinitions } from "@/workflows/nodes/ports";

/**
 * Channels of a graph that no visit finds anything in, whatever it held before: each write replaces, and nothing reads
 * it before it is written. For them it is all one whether they begin afresh.
 */
export function freshChannels(graph: GraphDocument, definitions: NodeDefinitions): Set<string> {
  const { document } = bypass(graph, definitions);
  const facts = new Map(Object.entries(document.nodes).map(([id, node]) => [id, factsOf(node, definitions)]));
  const writes = new Map(
    [...facts].map(([id, { complete, writes: list }]) => [
      id,
      complete ? new Set(list.map(({ channel }) => channel)) : ("unknown" as const),
    ]),
  );
  const written = writtenBefore(topologyOf(document, startsOf(document, definitions)), writes);
  const isFresh = (name: string) =>
    own(graph.channels, name)?.reducer === "replace" &&
    [...facts].every(
      ([id, { reads, outputs }]) =>
        ![...reads.map(({ channel }) => channel), ...outputs].includes(name) ||
        written.gap(id, name) === undefined,
    );
  return new Set(Object.keys(graph.channels).filter(isFresh));
}
