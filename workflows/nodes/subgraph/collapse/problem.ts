import type { GraphDocument } from "@/workflows/graph/document";
import { own } from "@/workflows/graph/record";
import { fail } from "@/workflows/graph/result";

/** Why nodes cannot become a subgraph, or a subgraph not nodes; a sentence for people. */
export interface CollapseProblem {
  message: string;
  /** What it is about. */
  nodeIds: string[];
}

export function refuse(message: string, nodeIds: Iterable<string> = []) {
  return fail<CollapseProblem>({ message, nodeIds: [...nodeIds] });
}

export function titleOf(document: Pick<GraphDocument, "nodes">, id: string): string {
  return `“${own(document.nodes, id)?.title ?? id}”`;
}
