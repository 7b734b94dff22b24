import type { Operation } from "@/workflows/graph/operation";
import { adoptStale } from "./adopt-stale";
import { dropMalformed } from "./drop-malformed";
import type { EditorStore } from "./editor-store";
import { rebase } from "./rebase";
import type { RemoteChange, StaleDraft } from "./state";

const DEBOUNCE_MS = 400;
const RETRY_MS = 4_000;
/** What one call may carry (lib/api/contract/agents.ts). */
const MAX_OPERATIONS = 500;

export type SaveOutcome =
  | { kind: "saved"; revision: number }
  | { kind: "stale"; stale: StaleDraft }
  | { kind: "failed"; message: string; retryable: boolean };

export type SendDraft = (input: { revision: number; operations: Operation[] }) => Promise<SaveOutcome>;

export interface Autosave {
  /** Sends what is unsaved now; settles when it is saved, refused, or has failed. */
  flush: () => Promise<void>;
  /** Last words of a page that goes away: sends without waiting for an answer still under way. */
  farewell: () => void;
  /** Somebody else's operations: held while an answer is under way, as they may be our own coming back. */
  receive: (change: RemoteChange) => void;
  /** Begins to save by itself. Returns how to stop. */
  start: () => () => void;
}

/** Sends pending operations a moment after the last edit, one call at a time, once it is started. */
export function createAutosave(store: EditorStore, send: SendDraft): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;
  let held: RemoteChange[] = [];

  const schedule = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delay);
  };

  async function sendOnce(): Promise<void> {
    const { pending, revision } = store.getState();
    const operations = pending.slice(0, MAX_OPERATIONS);
    store.setState({
      inFlight: operations,
      pending: pending.slice(MAX_OPERATIONS),
      save: { kind: "saving" },
    });
    const outcome = await send({ revision, operations });
    settle(outcome);
  }

  function settle(outcome: SaveOutcome) {
    const { base, inFlight, pending } = store.getState();
    if (outcome.kind === "saved") {
      store.setState({
        base: rebase(base, inFlight).document,
        revision: outcome.revision,
        inFlight: [],
        save: pending.length > 0 ? { kind: "waiting" } : { kind: "saved" },
      });
    } else if (outcome.kind === "stale") {
      const { stale } = outcome;
      store.setState(adoptStale(store.getState(), stale) ?? { stale, save: { kind: "stale" } });
    } else {
      store.setState({ pending: [...inFlight, ...pending], inFlight: [], save: outcome });
      if (!outcome.retryable) dropMalformed(store);
    }
    const arrived = held;
    held = [];
    for (const change of arrived) store.getState().receive(change);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (sending) {
      await sending;
      return flush();
    }
    const { pending, stale } = store.getState();
    if (stale || pending.length === 0) return;
    sending = sendOnce().finally(() => {
      sending = null;
    });
    await sending;
    const { save } = store.getState();
    if (save.kind === "failed") {
      if (save.retryable) schedule(RETRY_MS);
      return;
    }
    return flush();
  }

  return {
    flush,
    farewell() {
      const { pending, revision, stale } = store.getState();
      if (stale || pending.length === 0) return;
      if (!sending) return void flush();
      // The answer under way makes the next revision; nobody is left to wait for it.
      void send({ revision: revision + 1, operations: [...pending] });
    },
    receive(change) {
      if (sending) held.push(change);
      else store.getState().receive(change);
    },
    start() {
      const unsubscribe = store.subscribe((state, before) => {
        if (state.pending === before.pending || state.pending.length === 0 || state.stale) return;
        schedule(DEBOUNCE_MS);
      });
      return () => {
        clearTimeout(timer);
        unsubscribe();
      };
    },
  };
}
