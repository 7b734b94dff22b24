import type { GraphDocument } from "@/workflows/graph/document";
import type { Thing } from "../graph/things";

/** What is selected on the canvas, by id. */
export interface Selection {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  stickies: ReadonlySet<string>;
}

export const nothingSelected: Selection = {
  nodes: new Set(),
  edges: new Set(),
  groups: new Set(),
  stickies: new Set(),
};

export function selectNodes(ids: Iterable<string>): Selection {
  return { ...nothingSelected, nodes: new Set(ids) };
}

export function selectEdge(id: string): Selection {
  return { ...nothingSelected, edges: new Set([id]) };
}

export function selectGroup(id: string): Selection {
  return { ...nothingSelected, groups: new Set([id]) };
}

export function selectSticky(id: string): Selection {
  return { ...nothingSelected, stickies: new Set([id]) };
}

export function selectThing({ kind, id }: Thing): Selection {
  return { ...nothingSelected, [setOf[kind]]: new Set([id]) };
}

export function isSelected(selection: Selection, { kind, id }: Thing): boolean {
  return selection[setOf[kind]].has(id);
}

/** The selection with a thing more, or less where it was in it. */
export function toggled(selection: Selection, { kind, id }: Thing): Selection {
  const ids = new Set(selection[setOf[kind]]);
  if (!ids.delete(id)) ids.add(id);
  return { ...selection, [setOf[kind]]: ids };
}

/** Where a selection keeps things of a kind. */
export const setOf = { node: "nodes", group: "groups", sticky: "stickies" } as const;

/** Everything; the frames go with their nodes. */
export function selectAll({ nodes, edges, layout }: GraphDocument): Selection {
  return {
    nodes: new Set(Object.keys(nodes)),
    edges: new Set(Object.keys(edges)),
    groups: new Set(),
    stickies: new Set(Object.keys(layout.stickies)),
  };
}

/** How many things are selected. */
export function countSelected({ nodes, edges, groups, stickies }: Selection): number {
  return nodes.size + edges.size + groups.size + stickies.size;
}

/** The selection without what the document no longer has; the same object where nothing went. */
export function pruneSelection(selection: Selection, { nodes, edges, layout }: GraphDocument): Selection {
  const among = (ids: ReadonlySet<string>, known: object) =>
    new Set([...ids].filter((id) => Object.hasOwn(known, id)));
  const pruned = {
    nodes: among(selection.nodes, nodes),
    edges: among(selection.edges, edges),
    groups: among(selection.groups, layout.groups),
    stickies: among(selection.stickies, layout.stickies),
  };
  return countSelected(pruned) === countSelected(selection) ? selection : pruned;
}

interface OnlyOne {
  nodeId?: string;
  edgeId?: string;
  groupId?: string;
  stickyId?: string;
}

/** The one thing that is selected, if it is exactly one. */
export function onlySelected(selection: Selection): OnlyOne {
  if (countSelected(selection) !== 1) return {};
  const [nodeId, edgeId, groupId, stickyId] = [
    [...selection.nodes][0],
    [...selection.edges][0],
    [...selection.groups][0],
    [...selection.stickies][0],
  ];
  if (nodeId !== undefined) return { nodeId };
  if (edgeId !== undefined) return { edgeId };
  if (groupId !== undefined) return { groupId };
  return stickyId === undefined ? {} : { stickyId };
}
