import type { GraphDocument, Position } from "@/workflows/graph/document";
import { faceOf } from "@/workflows/nodes/registry.faces";
import type { CardNode } from "./flow-types";

export interface FlowInput {
  document: GraphDocument;
  selected: ReadonlySet<string>;
  /** Where nodes are while they are being dragged. */
  dragged: Readonly<Record<string, Position>>;
  /** Sizes React Flow measured, by node id. */
  measured: ReadonlyMap<string, { width: number; height: number }>;
  /** Fingers move the view: a node moves only once it is selected. */
  touch: boolean;
}

const noData = {};
const origin: Position = { x: 0, y: 0 };

/** Makes the nodes React Flow draws; a node that did not change is the very same object as last time. */
export function flowNodeMaker(): (input: FlowInput) => CardNode[] {
  let last = new Map<string, CardNode>();
  let list: CardNode[] = [];
  return ({ document, selected, dragged, measured, touch }) => {
    const next = new Map<string, CardNode>();
    for (const [id, node] of Object.entries(document.nodes)) {
      const made: CardNode = {
        id,
        type: faceOf(node.type)?.role ? "pill" : "card",
        position: dragged[id] ?? document.layout.nodes[id] ?? origin,
        selected: selected.has(id),
        dragging: Object.hasOwn(dragged, id),
        measured: measured.get(id),
        ...movable(touch, selected.has(id)),
        ariaLabel: node.title,
        data: noData,
      };
      const before = last.get(id);
      next.set(id, before && sameNode(before, made) ? before : made);
    }
    const changed = next.size !== last.size || [...next].some(([id, node]) => last.get(id) !== node);
    last = next;
    if (changed) list = [...next.values()];
    return list;
  };
}

/** What React Flow is told about dragging: nothing means as the whole canvas is. */
export function movable(touch: boolean, selected: boolean): { draggable?: false } {
  return touch && !selected ? { draggable: false } : {};
}

function sameNode(a: CardNode, b: CardNode): boolean {
  return (
    a.position === b.position &&
    a.selected === b.selected &&
    a.dragging === b.dragging &&
    a.measured === b.measured &&
    a.draggable === b.draggable &&
    a.type === b.type &&
    a.ariaLabel === b.ariaLabel
  );
}
