"use client";

import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect, useMemo } from "react";
import type { CanvasView } from "@/components/editor/commands/command";
import { joinFor } from "@/components/editor/graph/join-for";
import { isNarrow } from "@/components/editor/panels/use-narrow";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";
import { aboveSheet, fitOptions } from "./fit-options";
import { followPointer, pointerOver } from "./gestures/pointer";
import { useSizeOf } from "./gestures/use-size-of";

const ANIMATION_MS = 160;

/** What commands may do to the view, told to React Flow. */
export function useCanvasView(surface: RefObject<HTMLElement | null>): CanvasView {
  const flow = useReactFlow();
  const sizeOf = useSizeOf();
  const store = useEditorStore();
  const ui = useEditorUiStore();
  useEffect(followPointer, []);

  return useMemo(() => {
    const options = { duration: prefersStillness() ? 0 : ANIMATION_MS };
    return {
      fit: (nodeIds) =>
        void flow.fitView({
          ...options,
          ...fitOptions,
          ...(nodeIds ? { nodes: nodeIds.map((id) => ({ id })) } : {}),
          ...(ui.getState().inspectorSheet && isNarrow() ? { padding: aboveSheet } : {}),
        }),
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, options),
      zoomTo: (zoom) => void flow.zoomTo(zoom, options),
      focus: (nodeId) =>
        surface.current
          ?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`)
          ?.focus(),
      sizeOf,
      pointer() {
        const screen = ui.getState().menuAt ?? pointerOver(surface.current);
        return screen && flow.screenToFlowPosition(screen);
      },
      middle() {
        const box = surface.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 400, 400);
        return flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
      },
      openPalette() {
        const { document, selection } = store.getState();
        const join = joinFor(document, selection);
        const pointer = ui.getState().menuAt ?? pointerOver(surface.current);
        const screen = pointer ?? middleOf(surface.current);
        const at = join && !pointer ? undefined : flow.screenToFlowPosition(screen);
        ui.setState({ palette: { screen, at, join } });
      },
    };
  }, [flow, sizeOf, store, ui, surface]);
}

function middleOf(element: HTMLElement | null): { x: number; y: number } {
  const box = element?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2 - 160, y: box.y + box.height / 4 } : { x: 200, y: 200 };
}

function prefersStillness(): boolean {
  return typeof window !== "undefined" && window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
