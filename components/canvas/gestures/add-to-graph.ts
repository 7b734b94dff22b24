import { addNode, type Join } from "@/components/editor/graph/add-node";
import type { SizeOf } from "@/components/editor/graph/frames";
import { joinGroup } from "@/components/editor/graph/join-group";
import { changeAll, type EditorStore } from "@/components/editor/store/editor-store";
import { selectNodes } from "@/components/editor/store/selection";
import type { Position } from "@/workflows/graph/document";
import { faceOf } from "@/workflows/nodes/registry.faces";

interface Adding {
  store: EditorStore;
  sizeOf: SizeOf;
  type: string;
  at: Position | undefined;
  join?: Join | undefined;
}

/** Adds a node of a type, joined to what was asked for, in the group it comes to stand in, and selects it. */
export function addToGraph({ store, sizeOf, type, at, join }: Adding): void {
  const { document, select } = store.getState();
  const added = addNode(document, type, at, join);
  if (!added) return;
  const steps = [...added.operations, ...joinGroup(document, sizeOf, added, join)];
  const problem = changeAll(store, steps, `Add ${faceOf(type)?.title ?? type}`);
  if (!problem) select(selectNodes([added.id]));
}
