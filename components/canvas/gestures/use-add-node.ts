"use client";

import { useCallback } from "react";
import { addNode, type Join } from "@/components/editor/graph/add-node";
import { joinGroup } from "@/components/editor/graph/join-group";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { changeAll } from "@/components/editor/store/editor-store";
import { selectNodes } from "@/components/editor/store/selection";
import type { Position } from "@/workflows/graph/document";
import { definitionOf } from "@/workflows/nodes/registry";
import { useSizeOf } from "./use-size-of";

/** Adds a node of a type, joined to what was asked for, in the group it comes to stand in, and selects it. */
export function useAddNode(): (type: string, at: Position | undefined, join?: Join) => void {
  const store = useEditorStore();
  const sizeOf = useSizeOf();
  return useCallback(
    (type, at, join) => {
      const { document, select } = store.getState();
      const added = addNode(document, type, at, join);
      if (!added) return;
      const steps = [...added.operations, ...joinGroup(document, sizeOf, added, join)];
      const problem = changeAll(store, steps, `Add ${definitionOf(type)?.title ?? type}`);
      if (!problem) select(selectNodes([added.id]));
    },
    [store, sizeOf],
  );
}
