"use client";

import { useCallback } from "react";
import type { Join } from "@/components/editor/graph/add-node";
import { addPattern } from "@/components/editor/graph/add-pattern";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { selectGroup } from "@/components/editor/store/selection";
import { toast } from "@/components/ui/toast";
import type { Position } from "@/workflows/graph/document";
import type { Template } from "@/workflows/templates/template";

/** Puts a pattern into the graph as one undoable change, and selects its group. */
export function useAddPattern(): (template: Template, at: Position | undefined, join?: Join) => void {
  const store = useEditorStore();
  return useCallback(
    (template, at, join) => {
      const { document, change, select } = store.getState();
      const { operation, groupId } = addPattern(document, template, at, join);
      const problem = change(operation);
      if (problem) toast.failed("The pattern could not be added", new Error(problem.message));
      else select(selectGroup(groupId));
    },
    [store],
  );
}
