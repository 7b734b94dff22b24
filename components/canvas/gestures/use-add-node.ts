"use client";

import { useCallback } from "react";
import type { Join } from "@/components/editor/graph/add-node";
import { useEditorStore } from "@/components/editor/store/editor-context";
import type { Position } from "@/workflows/graph/document";
import { addToGraph } from "./add-to-graph";
import { useSizeOf } from "./use-size-of";

/** Adds a node of a type to the open graph. */
export function useAddNode(): (type: string, at: Position | undefined, join?: Join) => void {
  const store = useEditorStore();
  const sizeOf = useSizeOf();
  return useCallback((type, at, join) => addToGraph({ store, sizeOf, type, at, join }), [store, sizeOf]);
}
