import { and, desc, eq, sql } from "drizzle-orm";
import { runs } from "@/drizzle/schema";
import { type RunProblem, runProblemSchema } from "@/workflows/events/event";
import type { PlainMessage } from "@/workflows/events/message";
import type { RunStatus } from "@/workflows/events/run-status";
import { type Json, type JsonObject, jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";
import type { RunContext } from "./context";
import { type KeptTurn, notUndone, readTurns } from "./kept-turn";
import type { RunRow } from "./turn-messages";

/** A run as a turn of a conversation, with the messages that it added. */
export interface Turn {
  runId: string;
  status: RunStatus;
  /** It starts when those before it are over. */
  queued: boolean;
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

/** What was stopped while it waited for its turn was never said. */
const notTakenBack = sql`not (${runs.held} is not distinct from 'thread' and ${runs.endedAt} is not null)`;

/** The latest turns of a conversation, oldest first. The caller has checked whose thread it is. */
export async function listTurns(context: RunContext, threadId: string): Promise<Turn[]> {
  const latest = await context.db
    .select()
    .from(runs)
    .where(and(eq(runs.threadId, threadId), notUndone, notTakenBack))
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(mostTurns);
  const rows = latest.reverse();
  const turns = await readTurns(context, threadId, rows);
  return rows.map((row, at) => turn(row, turns[at] ?? { messages: [], pauses: [] }));
}

function turn(run: RunRow, { messages, pauses }: KeptTurn): Turn {
  return {
    runId: run.id,
    status: run.status,
    queued: run.held === "thread" && run.status === "pending",
    input: jsonObjectSchema.parse(run.input),
    messages: messages.map(({ message }) => message),
    pauses,
    output: run.output === null ? null : jsonSchema.parse(run.output),
    problem: run.problem === null ? null : runProblemSchema.parse(run.problem),
    createdAt: run.createdAt.toISOString(),
  };
}
