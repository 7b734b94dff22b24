import { batchOf, stepsOf } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import { invert } from "@/workflows/graph/invert";
import type { Operation } from "@/workflows/graph/operation";
import type { History, HistoryEntry } from "./history";
import { overtaken } from "./overtaken";
import { rebase, type Skipped } from "./rebase";
import { sharesAny, touched } from "./touched";

export interface Travelled {
  document: GraphDocument;
  history: History;
  /** What was applied; null where nothing could be. */
  operation: Operation | null;
  /** What no longer applied, and why. */
  skipped: Skipped[];
}

/**
 * Takes the newest entry of one stack back, or does it again, as far as others' edits in between allow: what they
 * changed since is left as it is and said. The other stack gets the way back, made for the document as it is now.
 */
export function travel(history: History, document: GraphDocument, from: "undo" | "redo"): Travelled | null {
  const entry = history[from].at(-1);
  if (!entry) return null;
  const theirs = overtaken(document, entry.forward);
  const [mine, lost] = partition(stepsOf(entry.backward), (step) => !sharesAny(touched([step]), theirs));
  const label = entry.backward.op === "batch" ? entry.backward.label : undefined;
  const rebased = rebase(document, mine.length > 0 ? [batchOf(mine, label)] : []);
  const [operation = null] = rebased.applied;
  const rest = history[from].slice(0, -1);
  const to = from === "undo" ? "redo" : "undo";
  const back: HistoryEntry[] = operation
    ? [{ forward: operation, backward: invert(document, operation), at: 0 }]
    : [];
  return {
    document: rebased.document,
    history: { ...history, [from]: rest, [to]: [...history[to], ...back] },
    operation,
    skipped: [
      ...lost.map((step) => ({ operation: step, reason: "Somebody else has changed it since." })),
      ...rebased.skipped,
    ],
  };
}

function partition<Value>(values: readonly Value[], keep: (value: Value) => boolean): [Value[], Value[]] {
  return [values.filter(keep), values.filter((value) => !keep(value))];
}
