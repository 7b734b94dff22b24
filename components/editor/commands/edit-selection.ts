import { toast } from "@/components/ui/toast";
import type { GraphDocument } from "@/workflows/graph/document";
import type { SingleOperation } from "@/workflows/graph/operation";
import { faceOf } from "@/workflows/nodes/registry.faces";
import { describeOperation } from "../store/describe-operation";
import { changeAll, type EditorStore } from "../store/editor-store";
import { shapes } from "../store/late-shapes";
import { nothingSelected, type Selection } from "../store/selection";

/**
 * Removes what is selected, as one gesture; edges of removed nodes go with them. The nodes of a selected group stay,
 * unless all of the group is meant.
 */
export function deleteSelection(store: EditorStore, whole = false): void {
  const { document, selection } = store.getState();
  const nodes = whole ? new Set(copyableNodes(document, selection)) : selection.nodes;
  const operations = removals(document, { ...selection, nodes });
  if (operations.length === 0) return;
  changeAll(store, operations, "Delete");
  store.getState().select(nothingSelected);
}

function removals(document: GraphDocument, selection: Selection): SingleOperation[] {
  const { nodes, edges, groups, stickies } = selection;
  const loose = [...edges].filter((id) => {
    const edge = document.edges[id];
    return edge && !nodes.has(edge.source) && !nodes.has(edge.target);
  });
  return [
    // Before the nodes: a group whose nodes are all gone is gone by itself.
    ...[...groups].map((id): SingleOperation => ({ op: "group.set", id, group: null })),
    ...[...stickies].map((id): SingleOperation => ({ op: "sticky.set", id, sticky: null })),
    ...loose.map((id): SingleOperation => ({ op: "edge.remove", id })),
    ...[...nodes].map((id): SingleOperation => ({ op: "node.remove", id })),
  ];
}

/** Turns the selected nodes off, or on where all of them are off. Runs go past a node that is off. */
export function toggleDisabled(store: EditorStore): void {
  const { document, selection } = store.getState();
  const ids = workingNodes(document, selection);
  const disabled = ids.some((id) => !document.nodes[id]?.disabled);
  const steps = ids.map((id): SingleOperation => ({ op: "node.disable", id, disabled }));
  changeAll(store, steps, disabled ? "Turn off" : "Turn on");
}

/** The selected nodes, and those of the selected groups. */
export function nodesMeant({ layout }: GraphDocument, { nodes, groups }: Selection): string[] {
  return [...new Set([...nodes, ...[...groups].flatMap((id) => layout.groups[id]?.nodes ?? [])])];
}

/** What can be copied: a graph has one Start. */
export function copyableNodes(document: GraphDocument, selection: Selection): string[] {
  return nodesMeant(document, selection).filter((id) => roleOf(document, id) !== "start");
}

/** What can be turned off: neither Start nor End. */
export function workingNodes(document: GraphDocument, selection: Selection): string[] {
  return nodesMeant(document, selection).filter((id) => roleOf(document, id) === undefined);
}

const roleOf = ({ nodes }: GraphDocument, id: string) => faceOf(nodes[id]?.type ?? "")?.role;

/** Undo or redo, once what is remembered can be told from what no longer fits. */
export function travel(store: EditorStore, direction: "undo" | "redo"): void {
  shapes.use(() => travelNow(store, direction));
}

/** What somebody else made impossible is skipped and said. */
function travelNow(store: EditorStore, direction: "undo" | "redo"): void {
  const { document } = store.getState();
  const skipped = store.getState()[direction]();
  if (skipped.length === 0) return;
  const words = skipped.map(({ operation, reason }) => {
    const { subject, words } = describeOperation(operation, document);
    return `${subject} (${words}): ${reason}`;
  });
  const title =
    direction === "undo" ? "Not everything could be undone" : "Not everything could be done again";
  toast.failed(title, new Error([...new Set(words)].join(" ")));
}
