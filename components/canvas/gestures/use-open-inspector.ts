"use client";

import { type KeyboardEvent, type MouseEvent, useCallback } from "react";
import { thingOf } from "@/components/editor/graph/things";
import { useInside } from "@/components/editor/inside/inside-context";
import { useNarrow } from "@/components/editor/panels/use-narrow";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";
import {
  countSelected,
  isSelected,
  selectEdge,
  selectThing,
  toggled,
} from "@/components/editor/store/selection";
import { isGraph } from "@/workflows/graph/subgraph";
import type { FlowEdge, FlowNode } from "../flow/flow-types";

/** A double click opens what was clicked in the inspector, or the graph inside it; on a phone one tap does the first. */
export function useOpenInspector() {
  const store = useEditorStore();
  const ui = useEditorUiStore();
  const narrow = useNarrow();
  const inside = useInside();

  const open = useCallback(
    () => ui.setState({ tab: "settings", inspectorSheet: true, focusField: null }),
    [ui],
  );

  const onNodeDoubleClick = useCallback(
    (_: unknown, node: FlowNode) => {
      const thing = thingOf(node.id);
      const { document, select, readOnly } = store.getState();
      if (thing.kind === "node" && Object.values(document.nodes[node.id]?.config ?? {}).some(isGraph))
        return inside.open(node.id);
      select(selectThing(thing));
      // What is written on the canvas is edited there.
      if (thing.kind === "node" || readOnly) open();
      else ui.setState({ renaming: node.id });
    },
    [store, ui, open, inside],
  );
  const onNodeClick = useCallback(
    (event: MouseEvent, node: FlowNode) => {
      // A click into words that are being typed moves the caret.
      if (ui.getState().renaming === node.id) return;
      const { selection, select } = store.getState();
      const thing = thingOf(node.id);
      const adds = event.shiftKey || event.metaKey || event.ctrlKey;
      // React Flow selects no frames, and leaves the others of a selection selected; a plain click means this one.
      if (!adds && (thing.kind === "group" || countSelected(selection) > 1)) select(selectThing(thing));
      else if (thing.kind === "group") select(toggled(selection, thing));
      if (narrow && !adds) open();
    },
    [store, ui, narrow, open],
  );
  const onEdgeDoubleClick = useCallback(
    (_: unknown, edge: FlowEdge) => {
      store.getState().select(selectEdge(edge.id));
      open();
    },
    [store, open],
  );
  /** React Flow selects no frames: Enter on one that has the focus does. With Shift it comes to what is selected. */
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const key = event.target instanceof HTMLElement ? event.target.dataset.id : undefined;
      const thing = key === undefined ? undefined : thingOf(key);
      const { selection, select } = store.getState();
      if (thing?.kind !== "group" || (event.key !== "Enter" && event.key !== " ")) return;
      if (isSelected(selection, thing) && !event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      select(event.shiftKey ? toggled(selection, thing) : selectThing(thing));
    },
    [store],
  );
  return { onKeyDown, onNodeClick, onNodeDoubleClick, onEdgeDoubleClick };
}
