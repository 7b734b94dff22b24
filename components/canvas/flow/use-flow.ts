"use client";

import { type EdgeChange, type NodeChange, useReactFlow } from "@xyflow/react";
import { useCallback, useMemo, useRef, useState } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import type { EditorStore } from "@/components/editor/store/editor-store";
import type { Position } from "@/workflows/graph/document";
import type { Guides } from "../gestures/snap";
import { snapDragged } from "../gestures/snap-dragged";
import { flowEdgeMaker } from "./flow-edges";
import { flowNodeMaker } from "./flow-nodes";
import type { FlowEdge, FlowNode } from "./flow-types";

const none: Guides = {};
const still: Readonly<Record<string, Position>> = {};

/** The document as React Flow's controlled nodes and edges, and its changes back as operations. */
export function useFlow() {
  const store = useEditorStore();
  const document = useEditor((state) => state.document);
  const selection = useEditor((state) => state.selection);
  const [dragged, setDragged] = useState(still);
  const [measured, setMeasured] = useState<ReadonlyMap<string, { width: number; height: number }>>(new Map());
  const [guides, setGuides] = useState<Guides>(none);
  const { getZoom, getNode } = useReactFlow();
  const held = useRef(still);
  const [makeNodes] = useState(flowNodeMaker);
  const [makeEdges] = useState(flowEdgeMaker);

  const nodes = useMemo(
    () => makeNodes({ document, selected: selection.nodes, dragged, measured }),
    [makeNodes, document, selection.nodes, dragged, measured],
  );
  const edges = useMemo(() => makeEdges(document, selection.edges), [makeEdges, document, selection.edges]);

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const sizes = changes.flatMap((change) =>
        change.type === "dimensions" && change.dimensions ? [[change.id, change.dimensions] as const] : [],
      );
      if (sizes.length > 0) setMeasured((known) => new Map([...known, ...sizes]));

      const moving: Record<string, Position> = {};
      const dropped: Record<string, Position> = {};
      for (const change of changes) {
        if (change.type !== "position" || !change.position) continue;
        (change.dragging ? moving : dropped)[change.id] = change.position;
      }
      const { document: now, change } = store.getState();
      if (Object.keys(moving).length > 0) {
        const snapped = snapDragged(now, moving, (id) => getNode(id)?.measured, getZoom());
        held.current = { ...held.current, ...snapped.positions };
        setDragged(held.current);
        setGuides(snapped.guides);
      }
      if (Object.keys(dropped).length > 0) {
        const places = Object.entries(dropped).map(([id, place]) => [id, held.current[id] ?? place]);
        held.current = still;
        setDragged(still);
        setGuides(none);
        change({ op: "node.move", positions: rounded(Object.fromEntries(places)) });
      }
      applySelection(store, "nodes", changes);
    },
    [store, getNode, getZoom],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange<FlowEdge>[]) => applySelection(store, "edges", changes),
    [store],
  );

  return { flow: { nodes, edges, onNodesChange, onEdgesChange }, guides };
}

function applySelection(
  store: EditorStore,
  kind: "nodes" | "edges",
  changes: readonly (NodeChange<FlowNode> | EdgeChange<FlowEdge>)[],
) {
  const selects = changes.flatMap((change) => (change.type === "select" ? [change] : []));
  if (selects.length === 0) return;
  const { selection: before, select } = store.getState();
  const ids = new Set(before[kind]);
  for (const { id, selected } of selects) {
    if (selected) ids.add(id);
    else ids.delete(id);
  }
  select({ ...before, [kind]: ids });
}

function rounded(positions: Record<string, Position>): Record<string, Position> {
  return Object.fromEntries(
    Object.entries(positions).map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]),
  );
}
