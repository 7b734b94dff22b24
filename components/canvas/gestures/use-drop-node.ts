"use client";

import { useReactFlow } from "@xyflow/react";
import { type DragEvent, useCallback } from "react";
import { cardSize } from "@/components/editor/graph/places";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { dragType } from "../palette/drag-type";
import { adding } from "./adding";
import { useSizeOf } from "./use-size-of";

/** Adds the node that was dragged out of the palette where it is let go. */
export function useDropNode() {
  const store = useEditorStore();
  const sizeOf = useSizeOf();
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
      const at = { x: x - cardSize.width / 2, y: y - 24 };
      adding.use(({ addToGraph }) => addToGraph({ store, sizeOf, type, at }));
    },
    [store, sizeOf, screenToFlowPosition],
  );

  return { onDragOver, onDrop };
}
