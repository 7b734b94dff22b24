"use client";

import { useReactFlow } from "@xyflow/react";
import { type DragEvent, useCallback } from "react";
import { cardSize } from "@/components/editor/graph/places";
import { dragType } from "../palette/palette-item";
import { useAddNode } from "./use-add-node";

/** Adds the node that was dragged out of the palette where it is let go. */
export function useDropNode() {
  const addNode = useAddNode();
  const { screenToFlowPosition } = useReactFlow();

  const onDragOver = useCallback((event: DragEvent) => {
    if (!event.dataTransfer.types.includes(dragType)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  }, []);

  const onDrop = useCallback(
    (event: DragEvent) => {
      const type = event.dataTransfer.getData(dragType);
      if (type === "") return;
      event.preventDefault();
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      addNode(type, { x: x - cardSize.width / 2, y: y - 24 });
    },
    [addNode, screenToFlowPosition],
  );

  return { onDragOver, onDrop };
}
