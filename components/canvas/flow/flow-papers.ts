import type { Box } from "@/components/editor/graph/arrange";
import { type Dragged, frameBoxes, type SizeOf } from "@/components/editor/graph/frames";
import { groupKey, stickyKey } from "@/components/editor/graph/things";
import type { Selection } from "@/components/editor/store/selection";
import type { GraphDocument } from "@/workflows/graph/document";
import { movable } from "./flow-nodes";
import type { FrameNode, StickyNode } from "./flow-types";
import type { Hints } from "./hints";

interface PaperInput {
  document: GraphDocument;
  selection: Selection;
  dragged: Dragged;
  /** The note that is being given another size, by key. */
  resized: Readonly<Record<string, Box>>;
  hints: Hints;
  sizeOf: SizeOf;
  touch: boolean;
}

type PaperNode = FrameNode | StickyNode;

/** Frames lie behind the edges from afar, notes before frames; React Flow adds a thousand to what is selected. */
const layers = { frame: -30, sticky: -20, selected: -1000 };

/** A finger that lands in a frame moves the view; its title is what it is taken by. */
const titleOnly = { pointerEvents: "none" } as const;

const joins: FrameNode["data"] = { hint: "join" };
const leaves: FrameNode["data"] = { hint: "leave" };
const calm = {};

/** Makes the frames and notes React Flow draws; one that did not change is the very same object as last time. */
export function flowPaperMaker(): (input: PaperInput) => PaperNode[] {
  let last = new Map<string, PaperNode>();
  let list: PaperNode[] = [];
  return (input) => {
    const made = [...frames(input), ...stickies(input)];
    const next = made.map((node) => {
      const before = last.get(node.id);
      return before && samePaper(before, node) ? before : node;
    });
    if (next.length !== list.length || next.some((node, index) => node !== list[index])) list = next;
    last = new Map(next.map((node) => [node.id, node]));
    return list;
  };
}

function frames({ document, selection, dragged, hints, sizeOf, touch }: PaperInput): FrameNode[] {
  const boxes = frameBoxes(document, sizeOf, dragged);
  return Object.entries(document.layout.groups).flatMap(([id, { title, nodes }]): FrameNode[] => {
    const box = boxes.get(id);
    const hint = hints.get(id);
    if (!box) return [];
    return [
      {
        ...placed(groupKey(id), box, selection.groups.has(id), layers.frame),
        ...movable(touch, selection.groups.has(id)),
        type: "frame",
        ...(touch ? { style: titleOnly } : {}),
        // A lasso over its nodes does not mean the frame: a click does.
        selectable: false,
        dragging: Object.hasOwn(dragged, groupKey(id)),
        ariaLabel: `Group ${title || "without a title"}, ${nodes.length} ${nodes.length === 1 ? "node" : "nodes"}`,
        data: hint === undefined ? calm : hint === "join" ? joins : leaves,
      },
    ];
  });
}

function stickies({ document, selection, dragged, resized, touch }: PaperInput): StickyNode[] {
  return Object.entries(document.layout.stickies).map(([id, sticky]): StickyNode => {
    const key = stickyKey(id);
    const box = { ...sticky, ...dragged[key], ...resized[key] };
    return {
      ...placed(key, box, selection.stickies.has(id), layers.sticky),
      ...movable(touch, selection.stickies.has(id)),
      type: "sticky",
      dragging: Object.hasOwn(dragged, key),
      ariaLabel: `Note: ${firstLine(sticky.text)}`,
      data: calm,
    };
  });
}

function placed(id: string, { x, y, width, height }: Box, selected: boolean, layer: number) {
  return {
    id,
    position: { x, y },
    width,
    height,
    measured: { width, height },
    selected,
    zIndex: selected ? layer + layers.selected : layer,
  };
}

/** What a note begins with, without the signs of Markdown. */
export function firstLine(text: string): string {
  const line = text.split("\n").find((each) => each.trim() !== "") ?? "";
  const words = line.replace(/^(\s|#|>|[*+-] )+/, "").replace(/[*_`~]+/g, "");
  return words.trim().slice(0, 80) || "empty";
}

function samePaper(a: PaperNode, b: PaperNode): boolean {
  return (
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.selected === b.selected &&
    a.dragging === b.dragging &&
    a.draggable === b.draggable &&
    a.style === b.style &&
    a.ariaLabel === b.ariaLabel &&
    a.data === b.data
  );
}
