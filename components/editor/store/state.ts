import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import type { Operation } from "@/workflows/graph/operation";
import type { OperationProblem } from "@/workflows/graph/operations/problem";
import type { History } from "./history";
import type { Skipped } from "./rebase";
import type { Selection } from "./selection";

/** Why a change was not made. */
export type ChangeProblem = Omit<OperationProblem, "code"> & {
  code: OperationProblem["code"] | "read_only" | "operation_malformed";
};

/** Where the person's changes are on their way to the server. */
export type SaveState =
  | { kind: "saved" }
  | { kind: "waiting" }
  | { kind: "saving" }
  | { kind: "failed"; message: string; retryable: boolean }
  | { kind: "stale" };

/** Operations of somebody else that the server has put after our revision. */
export interface RemoteChange {
  revision: number;
  by: string | null;
  at: string;
  operations: Operation[];
}

/** The server's draft when it refused ours, and what led there. */
export interface StaleDraft {
  revision: number;
  draft: GraphDocument;
  changes: RemoteChange[];
}

export interface EditorData {
  agentId: string;
  /** May not edit: everything is shown, nothing changes. */
  readOnly: boolean;
  /** The server's draft at `revision`. */
  base: GraphDocument;
  revision: number;
  /** Sent and not yet answered; then not yet sent. `document` is `base` with both applied. */
  inFlight: readonly Operation[];
  pending: readonly Operation[];
  document: GraphDocument;
  history: History;
  selection: Selection;
  issues: readonly Issue[];
  save: SaveState;
  stale: StaleDraft | null;
}

export interface EditorActions {
  /** Applies a person's own operation; a refusal is returned and nothing changes. */
  change: (operation: Operation) => ChangeProblem | null;
  /** Takes the newest gesture back; what no longer applies is left out and returned. */
  undo: () => Skipped[];
  redo: () => Skipped[];
  select: (selection: Selection) => void;
  /** Operations of somebody else arrived. */
  receive: (change: RemoteChange) => void;
  /** The server's draft was read again; it is taken over unless something of ours waits to be saved. */
  refresh: (draft: GraphDocument, revision: number) => void;
  /** Goes on with what a person made of the server's draft and of their own; saved by operations. */
  finishMerge: (merged: GraphDocument) => void;
  /** Drops what is unsaved and goes on with the server's draft. */
  takeTheirs: () => void;
}

export type EditorState = EditorData & EditorActions;
