import { createStore, type StoreApi } from "zustand/vanilla";
import { getRunTrace, getRunView } from "@/lib/api/client/addresses";
import { ApiProblem, call } from "@/lib/api/client/call";
import type { RunSummary } from "@/lib/api/contract/runs";
import type { RunEvent } from "@/workflows/events/event";
import type { project } from "@/workflows/events/project";
import { terminalStatuses } from "@/workflows/events/run-status";
import type { RunView } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { joinRun } from "./join-run";

/** A run as it goes on: the stored part once, then its events as they come. */
export interface RunFeedState {
  runId: string;
  /** `loading` until the snapshot is there; `lost` while the connection is being made again. */
  status: "loading" | "live" | "lost" | "ended" | "failed";
  error: Error | null;
  run: RunSummary | null;
  view: RunView | null;
  /** The graph as it ran. */
  document: GraphDocument | null;
}

export interface RunFeed {
  store: StoreApi<RunFeedState>;
  /** Loads what is stored and follows what comes. Returns how to stop; it may be opened again. */
  open: () => () => void;
  /** Loads again after a failure. */
  retry: () => void;
}

export interface FeedOptions {
  /** Leaves large values of spans on the server, where each can be read by itself. */
  lean?: boolean;
}

/** A run to be followed. Events are folded in at most once a frame, however fast they come. */
export function createRunFeed(runId: string, { lean = false }: FeedOptions = {}): RunFeed {
  const input = { params: { id: runId } };
  const snapshot = () => (lean ? call(getRunTrace, input) : call(getRunView, input));
  const store = createStore<RunFeedState>()(() => ({
    runId,
    status: "loading",
    error: null,
    run: null,
    view: null,
    document: null,
  }));
  let folding: typeof project | undefined;
  let closed = true;
  let leave: (() => void) | null = null;
  let waiting: RunEvent[] = [];
  let frame: { cancel: () => void } | null = null;

  function fold() {
    frame = null;
    const { view } = store.getState();
    const events = waiting;
    waiting = [];
    if (!view || !folding || closed) return;
    const next = folding(events, view);
    const ended = terminalStatuses.has(next.status);
    if (ended) leave?.();
    // A batch that came before the connection broke says nothing about the connection.
    store.setState(ended ? { view: next, status: "ended" } : { view: next });
  }

  function receive(events: readonly RunEvent[]) {
    waiting.push(...events);
    frame ??= nextFrame(fold);
  }

  async function load() {
    try {
      const [{ run, view, document }, code] = await Promise.all([
        snapshot(),
        import("@/workflows/events/project"),
      ]);
      folding = code.project;
      if (closed) return;
      const ended = terminalStatuses.has(view.status);
      store.setState({ run, view, document, error: null, status: ended ? "ended" : "live" });
      if (!ended) follow();
    } catch (error) {
      if (!closed) store.setState({ status: "failed", error: asError(error) });
    }
  }

  function follow() {
    leave = joinRun({
      runId,
      seen: () => store.getState().view?.seq ?? 0,
      onEvents: receive,
      onConnection: (connected) => {
        const { status } = store.getState();
        if (status === "live" && !connected) store.setState({ status: "lost" });
        if (status === "lost" && connected) store.setState({ status: "live" });
      },
      onRefused: (message) => store.setState({ status: "failed", error: new Error(message) }),
    });
  }

  return {
    store,
    open() {
      closed = false;
      void load();
      return () => {
        closed = true;
        leave?.();
        frame?.cancel();
        frame = null;
      };
    },
    retry() {
      leave?.();
      store.setState({ status: "loading", error: null });
      void load();
    },
  };
}

/** The next frame, or soon in a tab that draws none. */
function nextFrame(work: () => void): { cancel: () => void } {
  if (document.visibilityState === "visible") {
    const id = requestAnimationFrame(work);
    return { cancel: () => cancelAnimationFrame(id) };
  }
  const id = setTimeout(work, 50);
  return { cancel: () => clearTimeout(id) };
}

function asError(error: unknown): Error {
  return error instanceof ApiProblem || error instanceof Error ? error : new Error(String(error));
}
