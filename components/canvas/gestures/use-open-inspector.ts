"use client";

import { type MouseEvent, useCallback } from "react";
import { useNarrow } from "@/components/editor/panels/use-narrow";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";
import { selectEdge, selectNodes } from "@/components/editor/store/selection";
import type { FlowEdge, FlowNode } from "../flow/flow-types";

/** A double click opens what was clicked in the inspector; on a phone one tap does. */
export function useOpenInspector() {
  const store = useEditorStore();
  const ui = useEditorUiStore();
  const narrow = useNarrow();

  const open = useCallback(
    () => ui.setState({ tab: "settings", inspectorSheet: true, focusField: null }),
    [ui],
  );

  const onNodeDoubleClick = useCallback(
    (_: unknown, node: FlowNode) => {
      store.getState().select(selectNodes([node.id]));
      open();
    },
    [store, open],
  );
  const onNodeClick = useCallback(
    (event: MouseEvent, node: FlowNode) => {
      // React Flow leaves the others of a selection selected; a plain click means this one.
      const several = store.getState().selection.nodes.size > 1;
      if (several && !event.shiftKey && !event.metaKey && !event.ctrlKey)
        store.getState().select(selectNodes([node.id]));
      if (narrow) open();
    },
    [store, narrow, open],
  );
  const onEdgeDoubleClick = useCallback(
    (_: unknown, edge: FlowEdge) => {
      store.getState().select(selectEdge(edge.id));
      open();
    },
    [store, open],
  );
  return { onNodeClick, onNodeDoubleClick, onEdgeDoubleClick };
}
