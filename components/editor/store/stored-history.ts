import { isRecord } from "../panels/readings";
import { type Reading, readStored, writeStored } from "../panels/stored";
import type { EditorStore } from "./editor-store";
import type { History, HistoryEntry } from "./history";

const SETTLE_MS = 300;
/** Browsers give a site about five million characters; several agents share them. */
const MOST_CHARACTERS = 1_000_000;

/** Read at once, for the buttons that stand in the first picture; whether an entry fits is seen when it is undone. */
const readHistory: Reading<History> = (stored) => (isHistory(stored) ? stored : undefined);

const isHistory = (stored: unknown): stored is History =>
  isRecord(stored) && [stored.undo, stored.redo].every((list) => Array.isArray(list) && list.every(isEntry));

const isEntry = (stored: unknown): boolean =>
  isRecord(stored) &&
  typeof stored.at === "number" &&
  [stored.forward, stored.backward].every(
    (operation) => isRecord(operation) && typeof operation.op === "string",
  );

/**
 * Keeps what can be undone across reloads, in this browser, for one person and agent. What others changed meanwhile
 * is found out when an entry is undone. Returns how to stop.
 */
export function keepHistory(store: EditorStore, key: string): () => void {
  const known = readStored(key, readHistory);
  if (known) store.setState({ history: known });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = store.getState().history;
  const write = () => {
    clearTimeout(timer);
    const { history } = store.getState();
    if (history === written) return;
    written = history;
    writeStored(key, bounded(history));
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.history === before.history) return;
    clearTimeout(timer);
    timer = setTimeout(write, SETTLE_MS);
  });
  window.addEventListener("pagehide", write);
  return () => {
    write();
    unsubscribe();
    window.removeEventListener("pagehide", write);
  };
}

/** The newest entries that fit. */
export function bounded({ undo, redo }: History, most = MOST_CHARACTERS): History {
  let left = most;
  const newest = (entries: readonly HistoryEntry[]) => {
    const kept: HistoryEntry[] = [];
    for (const entry of entries.toReversed()) {
      left -= JSON.stringify(entry).length;
      if (left < 0) break;
      kept.unshift(entry);
    }
    return kept;
  };
  return { undo: newest(undo), redo: newest(redo) };
}
