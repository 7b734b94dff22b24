import type { CheckpointTuple } from "@langchain/langgraph-checkpoint";
import type { InterruptAnswer } from "@/workflows/events/event";
import { checkpointRunKey } from "../checkpoint/saver";
import type { InboxRow } from "./history";

/** What a worker does with a run it has claimed. */
export type Instruction =
  | { kind: "start" }
  /** Go on from the last checkpoint. */
  | { kind: "continue" }
  /** Go on from there, where it was stopped to be looked at. */
  | { kind: "goOn" }
  /** Stop there: whoever looks at it decides how it goes on. */
  | { kind: "stop" }
  /** Go on with people's answers, by LangGraph's interrupt id; never a plain value, which would answer all pauses. */
  | { kind: "answer"; resume: Record<string, InterruptAnswer>; rows: InboxRow[] };

/**
 * @param tuple the thread's last checkpoint
 */
export function nextInstruction(
  tuple: CheckpointTuple | undefined,
  runId: string,
  inbox: readonly InboxRow[],
): Instruction {
  if (!tuple || !writtenBy(tuple, runId)) return { kind: "start" };
  const open = openPauses(tuple);
  const rows = inbox.filter((row) => row.answer && row.answers > usedUp(row, open));
  if (rows.length === 0) return { kind: "continue" };
  const resume = Object.fromEntries(
    rows.flatMap((row) => (row.answer ? [[row.interruptId, row.answer]] : [])),
  );
  return { kind: "answer", resume, rows };
}

/** Pauses that wait in the run's last stored state. */
export function pausesIn(tuple: CheckpointTuple | undefined, runId: string): string[] {
  return tuple && writtenBy(tuple, runId) ? [...openPauses(tuple).keys()] : [];
}

/**
 * Of several pauses inside one node the state around knows the last alone. An answer that is handed in again to one
 * that has gone on already does no harm: LangGraph gives it by id, and that task runs no more.
 */
function usedUp({ interruptId, nested }: InboxRow, open: ReadonlyMap<string, number>): number {
  return open.get(interruptId) ?? (nested && open.size > 0 ? 0 : Infinity);
}

/** Earlier runs of the thread have checkpoints, too. */
function writtenBy(tuple: CheckpointTuple, runId: string): boolean {
  const metadata: Record<string, unknown> = { ...tuple.metadata };
  return metadata[checkpointRunKey] === runId;
}

/**
 * Interrupt ids that tasks of the last step wait at, with how many answers each task has used up already. A task
 * that has written its result waits no more; a task that pauses a second time does so under the same id.
 */
function openPauses(tuple: CheckpointTuple): Map<string, number> {
  const open = new Map<string, number>();
  for (const writes of writesByTask(tuple).values()) {
    if (writes.some(([channel]) => !unfinished.has(channel))) continue;
    const used = writes.flatMap(([channel, value]) =>
      channel === "__resume__" ? [value].flat() : [],
    ).length;
    for (const id of interruptIds(writes)) open.set(id, used);
  }
  return open;
}

/** Channels that a task writes to while it has no result yet. */
const unfinished: ReadonlySet<string> = new Set(["__interrupt__", "__resume__", "__scheduled__"]);

type Write = [channel: string, value: unknown];

function writesByTask(tuple: CheckpointTuple): Map<string, Write[]> {
  const tasks = new Map<string, Write[]>();
  for (const [taskId, channel, value] of tuple.pendingWrites ?? []) {
    tasks.set(taskId, [...(tasks.get(taskId) ?? []), [channel, value]]);
  }
  return tasks;
}

function interruptIds(writes: Write[]): string[] {
  const values = writes.flatMap(([channel, value]) => (channel === "__interrupt__" ? [value].flat() : []));
  return values.flatMap((value) =>
    typeof value === "object" && value !== null && "id" in value && typeof value.id === "string"
      ? [value.id]
      : [],
  );
}
