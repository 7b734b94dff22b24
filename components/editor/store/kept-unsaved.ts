import { forgetStored, isStored, readStored, writeStored } from "../panels/stored";
import type { EditorStore } from "./editor-store";
import { shapes } from "./late-shapes";
import { rebase } from "./rebase";
import type { Kept } from "./shapes";
import type { EditorData } from "./state";

const SETTLE_MS = 300;

/** Where one person's unsaved work on an agent is kept. */
export const unsavedKey = (userId: string, agentId: string) => `signalbox.unsaved.${userId}.${agentId}`;

/** Whether something is kept, which an editor opens with: the schemas have to be there by then. */
export const hasUnsaved = (userId: string, agentId: string) => isStored(unsavedKey(userId, agentId));

/**
 * Keeps what cannot be saved in this browser, for one person and agent, until it is saved or dropped: work done without
 * a connection, and a merge that nobody has decided yet. Work that was kept is taken up first, as if it had just been
 * done on the draft of then; the next save finds out what others did meanwhile. Returns how to stop.
 */
export function keepUnsaved(store: EditorStore, key: string): () => void {
  const kept = readStored(key, (stored) => shapes.current()?.readKept(stored));
  if (kept && !store.getState().readOnly) takeUp(store, kept);
  let holds = kept !== undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    const state = store.getState();
    if (isSaved(state) || isRefused(state)) {
      if (holds) forgetStored(key);
      holds = false;
    } else if (cannotBeSaved(state)) {
      const { revision, base, inFlight, pending } = state;
      writeStored(key, { revision, base, operations: [...inFlight, ...pending] });
      holds = true;
    }
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.save === before.save && state.pending === before.pending) return;
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

function takeUp(store: EditorStore, { revision, base, operations }: Kept): void {
  if (revision > store.getState().revision) return;
  store.setState({
    revision,
    base,
    document: rebase(base, operations).document,
    pending: operations,
    save: { kind: "waiting" },
  });
}

const isSaved = ({ save, inFlight, pending }: EditorData) =>
  save.kind === "saved" && inFlight.length + pending.length === 0;

/** The server would never take it: kept, it would stand in the way of everything that comes after it. */
const isRefused = ({ save }: EditorData) => save.kind === "failed" && !save.retryable;

/** What is merely on its way is not kept: the page sends it as it is left, and it would come back a second time. */
function cannotBeSaved({ save, inFlight, pending }: EditorData): boolean {
  if (inFlight.length + pending.length === 0) return false;
  return save.kind === "failed" || save.kind === "stale" || !navigator.onLine;
}
