import type { GraphDocument } from "@/workflows/graph/document";
import type { Group } from "@/workflows/graph/layout";
import { newId } from "@/workflows/graph/new-id";
import type { SingleOperation } from "@/workflows/graph/operation";
import { paperColors } from "@/workflows/graph/paper-colors";
import { regroupingSteps } from "../graph/regroup";
import { groupKey } from "../graph/things";
import { changeAll } from "../store/editor-store";
import { nothingSelected, selectGroup, selectNodes } from "../store/selection";
import type { CommandContext } from "./command";
import { nodesMeant } from "./edit-selection";

/** A new group has a colour that no other has, as long as there is one. */
function fresh({ layout }: GraphDocument): Pick<Group, "title" | "color"> {
  const used = new Set(Object.values(layout.groups).map(({ color }) => color));
  return { title: "Group", color: paperColors.find((color) => !used.has(color)) ?? paperColors[0] };
}

/** Nodes that can come into a group: some are selected, beside or without a group. */
export function canGroup({ store }: CommandContext): boolean {
  return store.getState().selection.nodes.size > 0;
}

/**
 * Puts what is selected into one group. Where a group is selected too, the nodes come into that one; else a new one
 * is made, and its title waits to be typed.
 */
export function groupSelected({ store, ui }: CommandContext): void {
  const { document, selection } = store.getState();
  const [known] = selection.groups;
  const id = known ?? newId("group");
  const group = {
    ...(document.layout.groups[id] ?? fresh(document)),
    nodes: inReadingOrder(document, nodesMeant(document, selection)),
  };
  const others = [...selection.groups].filter((other) => other !== id);
  const steps: SingleOperation[] = [
    ...others.map((other): SingleOperation => ({ op: "group.set", id: other, group: null })),
    { op: "group.set", id, group },
  ];
  if (changeAll(store, steps, "Group")) return;
  store.getState().select(selectGroup(id));
  if (known === undefined) ui.setState({ renaming: groupKey(id) });
}

/** From left to right, and from above, as the group is told to who cannot see it. */
function inReadingOrder({ layout }: GraphDocument, ids: readonly string[]): string[] {
  const at = (id: string) => layout.nodes[id] ?? { x: 0, y: 0 };
  return ids.toSorted((a, b) => at(a).x - at(b).x || at(a).y - at(b).y);
}

/** A group is selected, or nodes that are in one. */
export function canUngroup({ store }: CommandContext): boolean {
  const { document, selection } = store.getState();
  const grouped = Object.values(document.layout.groups).flatMap(({ nodes }) => nodes);
  return selection.groups.size > 0 || grouped.some((id) => selection.nodes.has(id));
}

/** Dissolves the selected groups, and takes the selected nodes out of theirs. The nodes stay selected. */
export function ungroupSelected({ store }: CommandContext): void {
  const { document, selection, select } = store.getState();
  const dissolved = [...selection.groups].map(
    (id): SingleOperation => ({ op: "group.set", id, group: null }),
  );
  const groups = Object.entries(document.layout.groups).filter(([id]) => !selection.groups.has(id));
  const out = new Map(
    groups.flatMap(([, { nodes }]) => nodes.filter((id) => selection.nodes.has(id)).map((id) => [id, null])),
  );
  const nodes = nodesMeant(document, selection);
  if (changeAll(store, [...dissolved, ...regroupingSteps(document, out)], "Ungroup")) return;
  select(nodes.length > 0 ? selectNodes(nodes) : nothingSelected);
}
