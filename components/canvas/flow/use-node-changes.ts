"use client";

import { type NodeChange, useReactFlow } from "@xyflow/react";
import { useCallback, useRef, useState } from "react";
import type { Box } from "@/components/editor/graph/arrange";
import { regrouping, regroupingSteps } from "@/components/editor/graph/regroup";
import { thingOf } from "@/components/editor/graph/things";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { changeAll } from "@/components/editor/store/editor-store";
import { batchOf } from "@/workflows/graph/apply";
import type { Position } from "@/workflows/graph/document";
import { own } from "@/workflows/graph/record";
import { carried } from "../gestures/carry";
import { moves } from "../gestures/moves";
import type { Guides } from "../gestures/snap";
import { snapDragged } from "../gestures/snap-dragged";
import { useSizeOf } from "../gestures/use-size-of";
import { applySelection } from "./apply-selection";
import type { FlowNode } from "./flow-types";
import { type Hints, hintsOf } from "./hints";
import { sortChanges } from "./node-changes";

const noGuides: Guides = {};
const still: Readonly<Record<string, Position>> = {};
const asTheyAre: Readonly<Record<string, Box>> = {};
const noHints: Hints = new Map();

/** Turns what React Flow reports about nodes into operations; what is under way is kept here until it ends. */
export function useNodeChanges() {
  const store = useEditorStore();
  const { getZoom } = useReactFlow();
  const sizeOf = useSizeOf();
  const [measured, setMeasured] = useState<ReadonlyMap<string, { width: number; height: number }>>(new Map());
  const [dragged, setDragged] = useState(still);
  const [resized, setResized] = useState(asTheyAre);
  const [guides, setGuides] = useState(noGuides);
  const [hints, setHints] = useState(noHints);
  const held = useRef({ places: still, boxes: asTheyAre });

  const drag = useCallback(
    (moving: Record<string, Position>) => {
      const { document } = store.getState();
      const snapped = snapDragged(document, carried(document, sizeOf, moving), sizeOf, getZoom());
      held.current.places = { ...held.current.places, ...snapped.positions };
      setDragged(held.current.places);
      setGuides(snapped.guides);
      setHints((before) => hintsOf(document, regrouping(document, sizeOf, held.current.places), before));
    },
    [store, sizeOf, getZoom],
  );

  const drop = useCallback(
    (dropped: Record<string, Position>) => {
      const { document, change } = store.getState();
      const places = held.current.places;
      held.current.places = still;
      setDragged(still);
      setGuides(noGuides);
      setHints(noHints);
      // The arrow keys move things too, without a drag before: those stay in their groups.
      const steps =
        places === still
          ? moves(document, carried(document, sizeOf, dropped))
          : [
              ...moves(document, { ...dropped, ...places }),
              ...regroupingSteps(document, regrouping(document, sizeOf, places)),
            ];
      if (steps.length > 0) change(batchOf(steps, steps.length > 1 ? "Move" : undefined));
    },
    [store, sizeOf],
  );

  const resize = useCallback(
    (boxes: Record<string, Box>, done: boolean) => {
      held.current.boxes = { ...held.current.boxes, ...boxes };
      setResized(held.current.boxes);
      if (!done) return;
      const { document } = store.getState();
      const steps = Object.entries(held.current.boxes).flatMap(([key, box]) => {
        const { id } = thingOf(key);
        const sticky = own(document.layout.stickies, id);
        return sticky ? [{ op: "sticky.set" as const, id, sticky: { ...sticky, ...roundedBox(box) } }] : [];
      });
      held.current.boxes = asTheyAre;
      setResized(asTheyAre);
      changeAll(store, steps, "Resize");
    },
    [store],
  );

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const { sizes, moving, dropped, resizing, resized: done } = sortChanges(changes);
      if (sizes.length > 0) setMeasured((known) => new Map([...known, ...sizes]));
      if (Object.keys(moving).length > 0) drag(moving);
      if (Object.keys(dropped).length > 0) drop(dropped);
      const { stickies } = store.getState().document.layout;
      const boxes = resizing.flatMap(([key, box]) => {
        const known = held.current.boxes[key] ?? own(stickies, thingOf(key).id);
        return known ? [[key, { ...known, ...box }] as const] : [];
      });
      if (boxes.length > 0 || done) resize(Object.fromEntries(boxes), done);
      applySelection(store, "nodes", changes);
    },
    [store, drag, drop, resize],
  );

  return { onNodesChange, measured, dragged, resized, guides, hints };
}

function roundedBox({ x, y, width, height }: Box): Box {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
