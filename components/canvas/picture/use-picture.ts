"use client";

import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";
import type { FlowEdge, FlowNode } from "../flow/flow-types";
import type { PictureFormat } from "./take-picture";

/** Takes pictures of the canvas that is shown. */
export function usePicture(): (format: PictureFormat) => Promise<string> {
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const ui = useEditorUiStore();
  return useCallback(
    async (format) => {
      const surface = document.querySelector<HTMLElement>("[data-canvas]");
      if (!surface) throw new Error("Open the Build tab to take a picture of the graph.");
      const { takePicture } = await import("./take-picture");
      const view = flow.getViewport();
      try {
        // Seen from far away, cards show their titles alone; a picture shows all of them.
        ui.setState({ posing: true });
        if (view.zoom < 1) await flow.zoomTo(1);
        await painted();
        return await takePicture(flow, surface, format);
      } finally {
        ui.setState({ posing: false });
        await flow.setViewport(view);
      }
    },
    [flow, ui],
  );
}

/** After the next paint: cards have drawn themselves and been measured. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}
