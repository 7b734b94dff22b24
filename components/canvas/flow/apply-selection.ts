import type { EdgeChange, NodeChange } from "@xyflow/react";
import { thingOf } from "@/components/editor/graph/things";
import type { EditorStore } from "@/components/editor/store/editor-store";
import { setOf } from "@/components/editor/store/selection";
import type { FlowEdge, FlowNode } from "./flow-types";

/** Takes over what React Flow has selected or let go of. */
export function applySelection(
  store: EditorStore,
  kind: "nodes" | "edges",
  changes: readonly (NodeChange<FlowNode> | EdgeChange<FlowEdge>)[],
): void {
  const selects = changes.flatMap((change) => (change.type === "select" ? [change] : []));
  if (selects.length === 0) return;
  const { selection, select } = store.getState();
  const next = {
    nodes: new Set(selection.nodes),
    edges: new Set(selection.edges),
    groups: new Set(selection.groups),
    stickies: new Set(selection.stickies),
  };
  for (const { id: key, selected } of selects) {
    const thing = thingOf(key);
    const [ids, id] = kind === "edges" ? [next.edges, key] : [next[setOf[thing.kind]], thing.id];
    if (selected) ids.add(id);
    else ids.delete(id);
  }
  select({
    nodes: kept(selection.nodes, next.nodes),
    edges: kept(selection.edges, next.edges),
    groups: kept(selection.groups, next.groups),
    stickies: kept(selection.stickies, next.stickies),
  });
}

/** The old set where the new one holds the same, so that nobody who reads it renders anew. */
function kept(before: ReadonlySet<string>, next: ReadonlySet<string>): ReadonlySet<string> {
  return before.size === next.size && [...next].every((id) => before.has(id)) ? before : next;
}
