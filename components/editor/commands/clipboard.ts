import { toast } from "@/components/ui/toast";
import type { Position } from "@/workflows/graph/document";
import { extractFragment, type Fragment, fragmentText, parseFragment } from "@/workflows/graph/fragment";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import type { EditorStore } from "../store/editor-store";
import { copyableNodes, deleteSelection } from "./edit-selection";
import { insertNodes } from "./insert-nodes";

function selectedFragment(store: EditorStore): Fragment | null {
  const { document, selection } = store.getState();
  const ids = copyableNodes(document, selection);
  if (ids.length + selection.stickies.size === 0) return null;
  return extractFragment(document, ids, nodeDefinitions, selection.stickies);
}

/** What is selected, as text for the clipboard; null where nothing can be copied. */
export function selectionText(store: EditorStore): string | null {
  const fragment = selectedFragment(store);
  return fragment && fragmentText(fragment);
}

export async function copySelection(store: EditorStore): Promise<void> {
  const text = selectionText(store);
  if (text === null) return;
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    toast.failed("The nodes could not be copied", error);
  }
}

export async function cutSelection(store: EditorStore): Promise<void> {
  await copySelection(store);
  deleteSelection(store, true);
}

export async function pasteFromClipboard(store: EditorStore, at?: Position): Promise<void> {
  try {
    paste(store, await navigator.clipboard.readText(), at);
  } catch (error) {
    toast.failed("The clipboard could not be read", error);
  }
}

/** Puts nodes from clipboard text into the graph and selects them; says why where the text holds none. */
export function paste(store: EditorStore, text: string, at?: Position): void {
  const fragment = parseFragment(text);
  if (fragment.ok) insertNodes(store, fragment.value, at);
  else toast.failed("Nothing to paste", new Error(fragment.problem));
}

export function duplicateSelection(store: EditorStore): void {
  const fragment = selectedFragment(store);
  if (fragment) insertNodes(store, fragment);
}
