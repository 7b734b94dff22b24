import { createStore, type StoreApi } from "zustand/vanilla";
import { apply, batchOf } from "@/workflows/graph/apply";
import { coalesce } from "@/workflows/graph/coalesce";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Operation } from "@/workflows/graph/operation";
import { adoptMerged } from "./adopt-merged";
import { emptyHistory, type History, record } from "./history";
import { shapes } from "./late-shapes";
import { mergeQuietly, type Skipped } from "./rebase";
import { nothingSelected, pruneSelection } from "./selection";
import type { ChangeProblem, EditorData, EditorState, RemoteChange } from "./state";
import { travel } from "./travel";

export type EditorStore = StoreApi<EditorState>;

interface Start {
  agentId: string;
  document: GraphDocument;
  revision: number;
  readOnly: boolean;
}

/** The state of one open agent. Every change of its document goes through `change`, `undo` or `redo`. */
export function createEditorStore({ agentId, document, revision, readOnly }: Start): EditorStore {
  return createStore<EditorState>()((set, get) => ({
    agentId,
    readOnly,
    base: document,
    revision,
    inFlight: [],
    pending: [],
    document,
    history: emptyHistory,
    selection: nothingSelected,
    issues: [],
    save: { kind: "saved" },
    stale: null,

    change(operation) {
      const { document: before, history, readOnly: locked } = get();
      if (locked) return lockedProblem;
      // What the server would refuse for its shape alone never gets into the queue, where it would block all after it.
      const malformed = shapes.current()?.shapeProblem(operation);
      if (malformed) return malformed;
      const next = apply(before, operation);
      if (!next.ok) return next.problem;
      if (next.value === before) return null;
      set(edited(get(), next.value, operation, record(history, before, operation, Date.now())));
      return null;
    },
    undo: () => travelled(get, set, "undo"),
    redo: () => travelled(get, set, "redo"),
    select: (selection) => set({ selection }),
    receive: (change) => set(received(get(), change)),
    refresh(draft, at) {
      const { revision: known, inFlight, pending, stale } = get();
      if (at > known && !stale && inFlight.length + pending.length === 0) set(settled(get(), draft, at));
    },
    finishMerge(merged) {
      const { stale, selection } = get();
      if (!stale) return;
      const adopted = adoptMerged(stale, merged);
      set({ ...adopted, selection: pruneSelection(selection, adopted.document ?? merged) });
    },
    takeTheirs() {
      const { stale } = get();
      if (stale) set({ ...settled(get(), stale.draft, stale.revision), history: emptyHistory });
    },
  }));
}

const lockedProblem: ChangeProblem = {
  code: "read_only",
  message: "You may look at this agent but not change it.",
  path: {},
};

/** Undo and redo alike; what others' edits made impossible is left out and returned. */
function travelled(
  get: () => EditorState,
  set: (part: Partial<EditorData>) => void,
  from: "undo" | "redo",
): Skipped[] {
  const state = get();
  const newest = state.history[from].at(-1);
  if (newest && shapes.current()?.isEntry(newest) === false) {
    // It was remembered by an older version of the product.
    set({ history: emptyHistory });
    return [];
  }
  const moved = state.readOnly ? null : travel(state.history, state.document, from);
  if (!moved) return [];
  if (moved.operation) set(edited(state, moved.document, moved.operation, moved.history));
  else set({ history: moved.history });
  return moved.skipped;
}

function edited(
  state: EditorData,
  document: GraphDocument,
  operation: Operation,
  history: History,
): Partial<EditorData> {
  return {
    document,
    history,
    pending: queued(state.pending, operation),
    selection: pruneSelection(state.selection, document),
    save: state.save.kind === "saved" || state.save.kind === "failed" ? { kind: "waiting" } : state.save,
  };
}

/** Strokes of one gesture travel as one operation. An empty one has nothing to travel for. */
function queued(pending: readonly Operation[], operation: Operation): readonly Operation[] {
  if (operation.op === "batch" && operation.operations.length === 0) return pending;
  const last = pending.at(-1);
  const merged = last ? coalesce(last, operation) : undefined;
  return merged ? [...pending.slice(0, -1), merged] : [...pending, operation];
}

function received(state: EditorData, change: RemoteChange): Partial<EditorData> {
  if (change.revision <= state.revision || state.stale) return {};
  const theirs = change.operations;
  const merged =
    change.revision === state.revision + 1
      ? mergeQuietly(state.base, theirs, [...state.inFlight, ...state.pending])
      : null;
  // A gap or a conflict: the next save answers 409 with all that is needed to decide.
  if (!merged) return {};
  return {
    base: merged.base,
    document: merged.document,
    revision: change.revision,
    selection: pruneSelection(state.selection, merged.document),
  };
}

function settled(state: EditorData, base: GraphDocument, revision: number): Partial<EditorData> {
  return {
    base,
    revision,
    document: base,
    inFlight: [],
    pending: [],
    stale: null,
    save: { kind: "saved" },
    selection: pruneSelection(state.selection, base),
  };
}

/** Several operations as one undoable gesture; nothing for none. */
export function changeAll(
  store: EditorStore,
  operations: Parameters<typeof batchOf>[0],
  label: string,
): ChangeProblem | null {
  return operations.length === 0 ? null : store.getState().change(batchOf(operations, label));
}
