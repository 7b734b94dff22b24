"use client";

import { useGoToIssue } from "@/components/editor/problems/use-go-to-issue";
import { useEditor } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { GraphDocument } from "@/workflows/graph/document";
import { graphInside } from "@/workflows/graph/inside";
import type { IssuePath } from "@/workflows/graph/issue";
import { splitAddress } from "@/workflows/graph/node-address";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { useRun } from "../store/run-context";

/** Why the shown run failed, in words, with the way to the node. */
export function RunProblemNotice() {
  const goTo = useGoToIssue();
  const problem = useRun((state) => state?.view?.problem);
  const nodeId = problem?.nodeId;
  const title = useEditor(({ document }) => (nodeId ? titleAt(document, nodeId) : undefined));
  if (!problem) return null;
  return (
    <Notice
      tone="failed"
      title={problem.message}
      actions={
        title ? (
          <Button size="sm" onClick={() => goTo({ path: pathTo(nodeId ?? "") })}>
            {`Show “${title}”`}
          </Button>
        ) : undefined
      }
    >
      {problem.hint}
    </Notice>
  );
}

function titleAt(document: GraphDocument, address: string): string | undefined {
  const { within, id } = splitAddress(address);
  return graphInside(document, within, nodeDefinitions)?.nodes[id]?.title;
}

/** A place in the graph as issues name it, node in node. */
function pathTo(address: string): IssuePath {
  const [nodeId = "", ...rest] = address.split("/");
  return rest.length > 0 ? { nodeId, inside: pathTo(rest.join("/")) } : { nodeId };
}
