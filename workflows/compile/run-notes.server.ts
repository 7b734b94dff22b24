import { BinaryOperatorAggregate } from "@langchain/langgraph";
import type { Failure } from "@/workflows/expressions/failure";
import { own } from "@/workflows/graph/record";

/** Internal channel: what the current run needs to remember of its own course. A thread outlives its runs. */
export const runNotesChannel = "__run_notes";

export interface RunNotes {
  runId: string;
  /** How often each capped edge was taken. */
  taken: Record<string, number>;
  /** Deferred nodes that were reached and have not run since. */
  waiting: string[];
  /** Deferred nodes that have run. */
  ran: string[];
  /** Why the last node left by its error port. */
  failure?: Failure | undefined;
}

/** What one visit adds to the notes. */
export interface RunNote {
  runId: string;
  edgeIds: string[];
  reached: string[];
  ran: string[];
  failure?: Failure | undefined;
}

export function runNotes(): BinaryOperatorAggregate<RunNotes, RunNote> {
  return new BinaryOperatorAggregate<RunNotes, RunNote>(noted, () => emptyNotes(""));
}

/** The notes of this run; those of an earlier one on the thread are nothing to it. */
export function notesOf(notes: RunNotes | undefined, runId: string): RunNotes {
  return notes?.runId === runId ? notes : emptyNotes(runId);
}

function emptyNotes(runId: string): RunNotes {
  return { runId, taken: {}, waiting: [], ran: [] };
}

function noted(current: RunNotes, note: RunNote): RunNotes {
  const before = notesOf(current, note.runId);
  const taken = { ...before.taken };
  for (const id of note.edgeIds) taken[id] = (own(taken, id) ?? 0) + 1;
  const waiting = before.waiting.filter((id) => !note.ran.includes(id));
  return {
    runId: note.runId,
    taken,
    waiting: [...new Set([...waiting, ...note.reached])],
    ran: [...new Set([...before.ran, ...note.ran])],
    failure: note.failure ?? before.failure,
  };
}
