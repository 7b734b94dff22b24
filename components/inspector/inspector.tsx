"use client";

import { useEditor } from "@/components/editor/store/editor-context";
import { countSelected, onlySelected } from "@/components/editor/store/selection";
import { AgentInspector } from "./agent/agent-inspector";
import { EdgeInspector } from "./edge-inspector";
import { NodeInspector } from "./node/node-inspector";
import { GroupInspector } from "./paper/group-inspector";
import { StickyInspector } from "./paper/sticky-inspector";
import { SelectionInspector } from "./selection-inspector";

/** Settings of what is selected; of the agent where nothing is. */
export function Inspector() {
  const selection = useEditor((state) => state.selection);
  const { nodeId, edgeId, groupId, stickyId } = onlySelected(selection);
  if (nodeId) return <NodeInspector key={nodeId} nodeId={nodeId} />;
  if (edgeId) return <EdgeInspector key={edgeId} edgeId={edgeId} />;
  if (groupId) return <GroupInspector key={groupId} groupId={groupId} />;
  if (stickyId) return <StickyInspector key={stickyId} stickyId={stickyId} />;
  if (countSelected(selection) > 0) return <SelectionInspector />;
  return <AgentInspector />;
}
