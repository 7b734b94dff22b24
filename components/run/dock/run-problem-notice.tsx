"use client";

import { useGoToIssue } from "@/components/editor/problems/use-go-to-issue";
import { useEditor } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useRun } from "../store/run-context";

/** Why the shown run failed, in words, with the way to the node. */
export function RunProblemNotice() {
  const goTo = useGoToIssue();
  const problem = useRun((state) => state?.view?.problem);
  const nodeId = problem?.nodeId;
  const title = useEditor((state) => (nodeId ? state.document.nodes[nodeId]?.title : undefined));
  if (!problem) return null;
  return (
    <Notice
      tone="failed"
      title={problem.message}
      actions={
        title ? (
          <Button size="sm" onClick={() => goTo({ path: { nodeId } })}>
            {`Show “${title}”`}
          </Button>
        ) : undefined
      }
    >
      {problem.hint}
    </Notice>
  );
}
