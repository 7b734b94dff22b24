import { plural } from "@/components/ui/format/count";
import { toast } from "@/components/ui/toast";
import type { GraphDocument, Position } from "@/workflows/graph/document";
import { extractFragment, type Fragment, fragmentText, parseFragment } from "@/workflows/graph/fragment";
import { ok } from "@/workflows/graph/result";
import { withoutSecrets } from "@/workflows/graph/without-secrets";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import type { EditorStore } from "../store/editor-store";
import type { EditorUiStore } from "../store/editor-ui";
import { copyableNodes, deleteSelection } from "./edit-selection";
import { insertNodes } from "./insert-nodes";

function selectedFragment(store: EditorStore): Fragment | null {
  const { document, selection } = store.getState();
  const ids = copyableNodes(document, selection);
  if (ids.length + selection.stickies.size === 0) return null;
  return extractFragment(document, ids, nodeDefinitions, selection.stickies);
}

/** What was copied last, whole: where it comes from, it may be pasted with its credentials. */
let copied: { agentId: string; text: string; fragment: Fragment } | null = null;

/** What is selected, as text for the clipboard, which no credential gets into; null where nothing can be copied. */
export function selectionText(store: EditorStore): string | null {
  const fragment = selectedFragment(store);
  if (!fragment) return null;
  const safe = withoutSecrets(fragment);
  const text = fragmentText(safe.fragment);
  copied = { agentId: store.getState().agentId, text, fragment };
  if (safe.removed > 0) toast.done("Copied without credentials", leftBehind(safe.removed));
  return text;
}

function leftBehind(count: number): string {
  return `${plural(count, "text")} held what looks like a key or password. Elsewhere it must be entered anew, best as a stored secret.`;
}

export async function copySelection(store: EditorStore): Promise<boolean> {
  const text = selectionText(store);
  if (text === null) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    toast.failed("The nodes could not be copied", error);
    return false;
  }
}

/** What could not be copied is not cut either. */
export async function cutSelection(store: EditorStore): Promise<void> {
  if (await copySelection(store)) deleteSelection(store, true);
}

export async function pasteFromClipboard(
  store: EditorStore,
  ui: EditorUiStore,
  at?: Position,
): Promise<void> {
  try {
    paste(store, ui, await navigator.clipboard.readText(), at);
  } catch (error) {
    toast.failed("The clipboard could not be read", error);
  }
}

/**
 * Puts nodes from clipboard text into the graph and selects them; says why where the text holds none. Where channels
 * are missing, they are offered first.
 */
export function paste(store: EditorStore, ui: EditorUiStore, text: string, at?: Position): void {
  const { agentId, document } = store.getState();
  const own = copied?.agentId === agentId && copied.text === text ? copied.fragment : undefined;
  const fragment = own ? ok(own) : parseFragment(text);
  if (!fragment.ok) toast.failed("Nothing to paste", new Error(fragment.problem));
  else if (missingChannels(document, fragment.value).length > 0)
    ui.setState({ pasting: { fragment: fragment.value, at } });
  else insertNodes(store, fragment.value, at);
}

/** Channels that the nodes use and the document does not have, by name. */
export function missingChannels(document: GraphDocument, { channels }: Fragment): string[] {
  return Object.keys(channels).filter((name) => !Object.hasOwn(document.channels, name));
}

export function duplicateSelection(store: EditorStore): void {
  const fragment = selectedFragment(store);
  if (fragment) insertNodes(store, fragment);
}
