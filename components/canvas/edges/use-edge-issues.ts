"use client";

import { useEditor } from "@/components/editor/store/editor-context";
import { issuesOfEdge } from "@/components/editor/store/issues";
import type { Issue } from "@/workflows/graph/issue";

/** What is wrong with an edge; the same array as long as that stays the same. */
export function useEdgeIssues(edgeId: string): readonly Issue[] {
  return useEditor((state) => issuesOfEdge(state.issues, edgeId));
}
