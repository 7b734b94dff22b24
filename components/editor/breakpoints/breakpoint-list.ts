import type { GraphDocument } from "@/workflows/graph/document";
import { own } from "@/workflows/graph/record";
import { faceOf } from "@/workflows/nodes/registry.faces";
import type { Breakpoint } from "@/workflows/travel/breakpoint";

const same = (a: Breakpoint, b: Breakpoint) => a.nodeId === b.nodeId && a.when === b.when;

/** Sets a breakpoint, or takes it away where it is set. */
export function toggled(list: readonly Breakpoint[], each: Breakpoint): readonly Breakpoint[] {
  const others = list.filter((other) => !same(other, each));
  return others.length < list.length ? others : [...list, each];
}

/** Where a run of this graph can stop: nodes that are there and run. Those of nodes that come back are kept. */
export function settable(list: readonly Breakpoint[], document: GraphDocument): Breakpoint[] {
  return list.filter(({ nodeId }) => canBreak(document, nodeId));
}

/** Start and End are no steps of a run. */
export function canBreak(document: GraphDocument, nodeId: string): boolean {
  const node = own(document.nodes, nodeId);
  return node !== undefined && !node.disabled && faceOf(node.type)?.role === undefined;
}
