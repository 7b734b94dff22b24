import { type RunProblem, runProblemSchema } from "@/workflows/events/event";
import type { PlainMessage } from "@/workflows/events/message";
import type { RunStatus } from "@/workflows/events/run-status";
import { type Json, type JsonObject, jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";
import type { RunContext } from "./context";
import { conversationRuns } from "./conversation-runs";
import { type KeptTurn, readTurns } from "./kept-turn";
import type { RunRow } from "./turn-messages";

/** A run as a turn of a conversation, with the messages that it added. */
export interface Turn {
  runId: string;
  status: RunStatus;
  /** It starts when those before it are over. */
  queued: boolean;
  /** Why it has not begun, where it is held back. */
  held: RunRow["held"];
  input: JsonObject;
  messages: PlainMessage[];
  /** After how many of these messages each pause came, in the order of the pauses. */
  pauses: TurnPause[];
  output: Json | null;
  problem: RunProblem | null;
  createdAt: string;
}

export type TurnPause = KeptTurn["pauses"][number];

const mostTurns = 100;

/** The latest turns of a conversation, oldest first. The caller has checked whose thread it is. */
export async function listTurns(context: RunContext, threadId: string): Promise<Turn[]> {
  const rows = await conversationRuns(context, threadId, mostTurns);
  const turns = await readTurns(context, rows);
  return rows.map((row, at) => turnOf(row, turns[at] ?? { messages: [], pauses: [] }));
}

/** A run as a turn. */
export function turnOf(run: RunRow, { messages, pauses }: KeptTurn): Turn {
  return {
    runId: run.id,
    status: run.status,
    held: run.status === "pending" ? run.held : null,
    queued: run.held === "thread" && run.status === "pending",
    input: jsonObjectSchema.parse(run.input),
    messages: messages.map(({ message }) => message),
    pauses,
    output: run.output === null ? null : jsonSchema.parse(run.output),
    problem: run.problem === null ? null : runProblemSchema.parse(run.problem),
    createdAt: run.createdAt.toISOString(),
  };
}
