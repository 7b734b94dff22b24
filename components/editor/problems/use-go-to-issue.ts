"use client";

import { useRouter, useSelectedLayoutSegment } from "next/navigation";
import { useCallback } from "react";
import type { Issue, IssuePath } from "@/workflows/graph/issue";
import { addressOf } from "@/workflows/graph/node-address";
import { useCommandContext } from "../commands/use-commands";
import { useEditorStore } from "../store/editor-context";
import { nothingSelected, selectEdge, selectNodes } from "../store/selection";

/** Shows where an issue sits: opens its graph, selects its node or edge, brings it into view, and opens its field. */
export function useGoToIssue(): (issue: Pick<Issue, "path">) => void {
  const { inside, ui, view } = useCommandContext();
  const store = useEditorStore();
  const router = useRouter();
  const elsewhere = useSelectedLayoutSegment() !== null;

  return useCallback(
    (issue) => {
      // Of the agent as a whole, or of the graph that is on the canvas.
      const { within, path } = innermost(issue.path, store === inside.agent ? undefined : inside.within);
      const isHere = !elsewhere && within === inside.within;
      const { document, select, agentId } = inside.storeOf(within).getState();
      const { nodeId, edgeId, field } = path;
      if (elsewhere) router.push(`/agents/${agentId}${within === undefined ? "" : `?in=${within}`}`);
      else if (!isHere) inside.goTo(within);
      if (nodeId && document.nodes[nodeId]) {
        select(selectNodes([nodeId]));
        ui.setState({ tab: "settings", inspectorSheet: true, focusField: field ? { nodeId, field } : null });
        if (isHere) view.fit([nodeId]);
        return;
      }
      const edge = edgeId ? document.edges[edgeId] : undefined;
      if (edgeId && edge) {
        select(selectEdge(edgeId));
        ui.setState({ inspectorSheet: true });
        if (isHere) view.fit([edge.source, edge.target]);
        return;
      }
      select(nothingSelected);
      const { channel } = path;
      ui.setState({
        agentTab: "channels",
        openChannel: channel === undefined ? null : { channel },
        inspectorSheet: channel !== undefined,
      });
    },
    [inside, store, ui, view, router, elsewhere],
  );
}

/** The graph that an issue sits in, and where in it. */
function innermost(path: IssuePath, within?: string): { within: string | undefined; path: IssuePath } {
  if (!path.inside || path.nodeId === undefined) return { within, path };
  return innermost(path.inside, addressOf(within, path.nodeId));
}
