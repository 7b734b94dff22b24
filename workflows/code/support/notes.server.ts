import { BinaryOperatorAggregate } from "@langchain/langgraph";
import type { Failure } from "@/workflows/expressions/failure";
import { own } from "@/workflows/graph/record";

/** Internal channel: what a run remembers of its own course. A new run begins with nothing. */
export const notesChannel = "__notes";

export interface Notes {
  /** How often each capped edge was taken. */
  taken: Record<string, number>;
  /** Joins that others wait for: reached and not run since. */
  waiting: string[];
  /** Those of them that have run. */
  ran: string[];
  /** Why the last node left by its error port. */
  failure?: Failure | undefined;
}

/** What one visit adds. */
export interface Note {
  taken: string[];
  waiting: string[];
  ran: string[];
  failure?: Failure | undefined;
}

export const noNotes: Notes = { taken: {}, waiting: [], ran: [] };

/** Written together with the input of a run: a thread outlives its runs, their notes do not. */
export const newRun = "new run";

export function notes(): BinaryOperatorAggregate<Notes, Note | typeof newRun> {
  return new BinaryOperatorAggregate<Notes, Note | typeof newRun>(noted, () => noNotes);
}

function noted(before: Notes, note: Note | typeof newRun): Notes {
  if (note === newRun) return noNotes;
  const taken = { ...before.taken };
  for (const id of note.taken) taken[id] = (own(taken, id) ?? 0) + 1;
  const waiting = before.waiting.filter((name) => !note.ran.includes(name));
  return {
    taken,
    waiting: [...new Set([...waiting, ...note.waiting])],
    ran: [...new Set([...before.ran, ...note.ran])],
    failure: note.failure ?? before.failure,
  };
}
