"use client";

import { useRouter, useSelectedLayoutSegment } from "next/navigation";
import { useCallback } from "react";
import type { Issue } from "@/workflows/graph/issue";
import { useCommandContext } from "../commands/use-commands";
import { nothingSelected, selectEdge, selectNodes } from "../store/selection";

/** Shows where an issue sits: selects its node or edge, brings it into view, and opens its field. */
export function useGoToIssue(): (issue: Pick<Issue, "path">) => void {
  const { store, ui, view } = useCommandContext();
  const router = useRouter();
  const elsewhere = useSelectedLayoutSegment() !== null;

  return useCallback(
    ({ path }) => {
      const { document, select, agentId } = store.getState();
      const { nodeId, edgeId, field } = path;
      if (elsewhere) router.push(`/agents/${agentId}`);
      if (nodeId && document.nodes[nodeId]) {
        select(selectNodes([nodeId]));
        ui.setState({ tab: "settings", inspectorSheet: true, focusField: field ? { nodeId, field } : null });
        if (!elsewhere) view.fit([nodeId]);
        return;
      }
      const edge = edgeId ? document.edges[edgeId] : undefined;
      if (edgeId && edge) {
        select(selectEdge(edgeId));
        ui.setState({ inspectorSheet: true });
        if (!elsewhere) view.fit([edge.source, edge.target]);
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
    [store, ui, view, router, elsewhere],
  );
}
