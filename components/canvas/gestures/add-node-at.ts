import { addNode, type Join } from "@/components/editor/graph/add-node";
import { changeAll, type EditorStore } from "@/components/editor/store/editor-store";
import { selectNodes } from "@/components/editor/store/selection";
import type { Position } from "@/workflows/graph/document";
import { definitionOf } from "@/workflows/nodes/registry";

/** Adds a node of a type, joined to what was asked for, and selects it. */
export function addNodeAt(store: EditorStore, type: string, at: Position | undefined, join?: Join): void {
  const added = addNode(store.getState().document, type, at, join);
  if (!added) return;
  const problem = changeAll(store, added.operations, `Add ${definitionOf(type)?.title ?? type}`);
  if (!problem) store.getState().select(selectNodes([added.id]));
}
