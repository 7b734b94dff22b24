import { type Adjacency, adjacencyOf } from "@/workflows/graph/analysis/adjacency";
import { endsOf, startsOf } from "@/workflows/graph/analysis/inputs";
import { type Topology, topologyOf } from "@/workflows/graph/analysis/topology";
import { bypass } from "@/workflows/graph/bypass";
import type { Configured } from "@/workflows/graph/configured";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import type { Node } from "@/workflows/graph/node";
import { factsOf, type NodeFacts } from "@/workflows/graph/node-facts";
import { own } from "@/workflows/graph/record";
import type { NodeDefinitions } from "@/workflows/nodes/ports";

/** A node as the rules see it. */
export interface SubjectNode extends NodeFacts {
  id: string;
  node: Node;
}

/**
 * What every rule looks at, worked out once per validation. The topology is that of the graph that runs: disabled
 * nodes are bypassed there.
 */
export interface Subject extends Topology {
  /** As drawn, with everything in it. */
  document: GraphDocument;
  drawn: Adjacency;
  /** The drawn edge with which an edge of the topology begins: the same, unless it leads past disabled nodes. */
  drawnEdge(id: string): string;
  definitions: NodeDefinitions;
  /** What the workspace has set up, where that is known. */
  configured: Configured | undefined;
  /** Nodes that run, in id order, like everything below. */
  nodes: readonly SubjectNode[];
  node(id: string): SubjectNode | undefined;
  ends: readonly string[];
}

/** One question to the document. Pure; issues in a stable order. */
export type Rule = (subject: Subject) => Issue[];

export function subjectOf(
  document: GraphDocument,
  definitions: NodeDefinitions,
  configured?: Configured,
): Subject {
  const { document: running, drawn: ways } = bypass(document, definitions);
  const topology = topologyOf(running, startsOf(running, definitions));
  const nodes = topology.adjacency.ids.flatMap((id): SubjectNode[] => {
    const node = own(running.nodes, id);
    return node ? [{ id, node, ...factsOf(node, definitions) }] : [];
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return {
    ...topology,
    document,
    drawn: running === document ? topology.adjacency : adjacencyOf(document),
    drawnEdge: (id) => ways.get(id)?.[0] ?? id,
    definitions,
    configured,
    nodes,
    node: (id) => byId.get(id),
    ends: endsOf(running, definitions),
  };
}

/** A node's title in quotes, as messages name it. */
export function titleOf(subject: Subject, nodeId: string): string {
  return `“${own(subject.document.nodes, nodeId)?.title ?? nodeId}”`;
}

/** Titles for a sentence: “A”, “B” and “C”. */
export function titlesOf(subject: Subject, nodeIds: readonly string[]): string {
  return quoted(nodeIds.map((id) => own(subject.document.nodes, id)?.title ?? id));
}

const mostNames = 5;

/** Names for a sentence, each in quotes; of many the first. */
export function quoted(names: readonly string[]): string {
  const shown = names.length > mostNames ? names.slice(0, mostNames - 2) : names;
  const quotes = shown.map((name) => `“${name}”`);
  if (shown.length < names.length) return `${quotes.join(", ")} and ${names.length - shown.length} more`;
  const last = quotes.pop() ?? "";
  return quotes.length === 0 ? last : `${quotes.join(", ")} and ${last}`;
}
