import { backEdges } from "@/components/editor/graph/back-edges";
import { cardPorts } from "@/components/editor/graph/card-ports";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";
import type { Port } from "@/workflows/nodes/port";
import { type FlowEdge, inHandle, loopHandle } from "./flow-types";

const meanings: Record<Port["meaning"], { meaning: Port["meaning"] }> = {
  next: { meaning: "next" },
  branch: { meaning: "branch" },
  answer: { meaning: "answer" },
  error: { meaning: "error" },
  limit: { meaning: "limit" },
  timeout: { meaning: "timeout" },
};

/** Makes the edges React Flow draws; an edge that did not change is the very same object as last time. */
export function flowEdgeMaker(): (document: GraphDocument, selected: ReadonlySet<string>) => FlowEdge[] {
  let last = new Map<string, FlowEdge>();
  let list: FlowEdge[] = [];
  return (document, selected) => {
    const back = backEdges(document);
    const next = new Map<string, FlowEdge>();
    for (const [id, edge] of Object.entries(document.edges)) {
      const loop = back.has(id);
      const made: FlowEdge = {
        id,
        type: loop ? "loop" : "link",
        source: edge.source,
        sourceHandle: edge.port,
        target: edge.target,
        targetHandle: loop ? loopHandle : inHandle,
        selected: selected.has(id),
        ariaLabel: `${titleOf(document, edge.source)} to ${titleOf(document, edge.target)}`,
        data: meanings[meaningOf(document, edge)],
      };
      const before = last.get(id);
      next.set(id, before && sameEdge(before, made) ? before : made);
    }
    const changed = next.size !== last.size || [...next].some(([id, edge]) => last.get(id) !== edge);
    last = next;
    if (changed) list = [...next.values()];
    return list;
  };
}

function meaningOf(document: GraphDocument, { source, port }: Edge): Port["meaning"] {
  return cardPorts(document, source).find((each) => each.name === port)?.meaning ?? "next";
}

function titleOf(document: GraphDocument, id: string): string {
  return document.nodes[id]?.title ?? id;
}

function sameEdge(a: FlowEdge, b: FlowEdge): boolean {
  return (
    a.type === b.type &&
    a.source === b.source &&
    a.sourceHandle === b.sourceHandle &&
    a.target === b.target &&
    a.selected === b.selected &&
    a.ariaLabel === b.ariaLabel &&
    a.data === b.data
  );
}
