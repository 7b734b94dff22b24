"use client";

import { useEditor } from "@/components/editor/store/editor-context";
import { countSelected, onlySelected } from "@/components/editor/store/selection";
import { Late } from "@/components/ui/late";
import { SkeletonRows } from "@/components/ui/skeleton";
import {
  agentInspector,
  edgeInspector,
  groupInspector,
  nodeInspector,
  selectionInspector,
  stickyInspector,
} from "./inspector-code";

const late = { what: "The settings", placeholder: <SkeletonRows rows={4} /> };

/** Settings of what is selected; of the agent where nothing is. */
export function Inspector() {
  const selection = useEditor((state) => state.selection);
  const { nodeId, edgeId, groupId, stickyId } = onlySelected(selection);
  if (nodeId) return <Late key={nodeId} {...late} code={nodeInspector} props={{ nodeId }} />;
  if (edgeId) return <Late key={edgeId} {...late} code={edgeInspector} props={{ edgeId }} />;
  if (groupId) return <Late key={groupId} {...late} code={groupInspector} props={{ groupId }} />;
  if (stickyId) return <Late key={stickyId} {...late} code={stickyInspector} props={{ stickyId }} />;
  if (countSelected(selection) > 0) return <Late {...late} code={selectionInspector} props={{}} />;
  return <Late {...late} code={agentInspector} props={{}} />;
}
