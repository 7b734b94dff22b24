"use client";

import { useCallback } from "react";
import { toast } from "@/components/ui/toast";
import { diff } from "@/workflows/graph/diff";
import type { GraphDocument } from "@/workflows/graph/document";
import { useEditorStore } from "../store/editor-context";

/** Puts a graph in the place of the draft as one operation: one undo brings the old one back. */
export function useReplaceDraft(): (next: GraphDocument) => void {
  const store = useEditorStore();
  return useCallback(
    (next) => {
      const { document, change, undo } = store.getState();
      const problem = change(diff(document, next, "Import"));
      if (problem) toast.failed("The draft could not be replaced", new Error(problem.message));
      else toast.undo("The draft was replaced", () => void undo());
    },
    [store],
  );
}
