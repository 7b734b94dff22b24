import { and, desc, eq, sql } from "drizzle-orm";
import pLimit from "p-limit";
import { runs } from "@/drizzle/schema";
import { messagesChannelOf } from "@/lib/agents/inputs";
import { type RunProblem, runProblemSchema } from "@/workflows/events/event";
import type { PlainMessage } from "@/workflows/events/message";
import { toLangChainMessages, toPlainMessage } from "@/workflows/events/plain-message.server";
import type { RunStatus } from "@/workflows/events/run-status";
import { type Json, type JsonObject, jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";
import { checkpointRunKey } from "../checkpoint/saver";
import type { RunContext } from "./context";
import { graphSource } from "./graph-source";
import { pausePlaces } from "./turn-pauses";

type RunRow = typeof runs.$inferSelect;

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

export interface TurnPause {
  interruptId: string;
  after: number;
}

const mostTurns = 100;

/** What was stopped while it waited for its turn was never said. */
const notTakenBack = sql`not (${runs.held} is not distinct from 'thread' and ${runs.endedAt} is not null)`;

/** A run that took the place of others leaves those, and what was sent between them and itself, out of the talk. */
const notUndone = sql`not exists (
  select 1 from runs later join runs undone on undone.id = later.replaces
  where later.thread_id = ${runs.threadId} and later.replaces is not null
    and ${runs.createdAt} >= undone.created_at and ${runs.createdAt} < later.created_at)`;

/** The latest turns of a conversation, oldest first. The caller has checked whose thread it is. */
export async function listTurns(context: RunContext, threadId: string): Promise<Turn[]> {
  const latest = await context.db
    .select()
    .from(runs)
    .where(and(eq(runs.threadId, threadId), notUndone, notTakenBack))
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(mostTurns);
  const rows = latest.reverse();
  const limit = pLimit(4);
  const read = (row: RunRow, checkpointId?: string) => limit(() => messagesAt(context, row, checkpointId));
  const places = await pausePlaces(
    context.pool,
    threadId,
    rows.map(({ id }) => id),
  );
  const states = await Promise.all(
    rows.map(async (row) => ({
      row,
      messages: await read(row),
      pauses: await Promise.all(
        places
          .filter(({ runId }) => runId === row.id)
          .map(async ({ interruptId, checkpointId }) => ({
            interruptId,
            before: await read(row, checkpointId),
          })),
      ),
    })),
  );
  const seen = new Set<string>();
  return states.map(({ row, messages, pauses }) => {
    const added = messages.filter(({ key }) => !seen.has(key));
    for (const { key } of added) seen.add(key);
    return turn(row, added, pauses);
  });
}

/** A message with what tells it apart: its id, or its place where it has none. */
interface KeyedMessage {
  key: string;
  message: PlainMessage;
}

/** The conversation as it stood at a checkpoint of the run; without one, after its last step. */
async function messagesAt(context: RunContext, run: RunRow, checkpointId?: string): Promise<KeyedMessage[]> {
  const { document } = await context.agents.get(graphSource(context.db, run));
  const channel =
    messagesChannelOf(document) ??
    Object.entries(document.channels).find(([, { type }]) => type === "messages")?.[0];
  const state = channel && (await stateOf(context, run, checkpointId));
  if (!state) return [];
  return toLangChainMessages(state[channel])
    .map(toPlainMessage)
    .map((message, at) => ({ key: message.id ?? `#${at}`, message }));
}

async function stateOf({ saver }: RunContext, run: RunRow, checkpointId?: string) {
  const place = { thread_id: run.threadId, checkpoint_ns: "" };
  if (checkpointId) {
    const tuple = await saver.getTuple({ configurable: { ...place, checkpoint_id: checkpointId } });
    return tuple?.checkpoint.channel_values;
  }
  const filter = { [checkpointRunKey]: run.id };
  for await (const tuple of saver.list({ configurable: place }, { filter, limit: 1 })) {
    return tuple.checkpoint.channel_values;
  }
  return undefined;
}

interface PauseState {
  interruptId: string;
  before: readonly KeyedMessage[];
}

/** A later step may have taken messages away, so it counts up to the last one of those that are left. */
function placed({ interruptId, before }: PauseState, messages: readonly KeyedMessage[]): TurnPause {
  const known = new Set(before.map(({ key }) => key));
  return { interruptId, after: messages.findLastIndex(({ key }) => known.has(key)) + 1 };
}

function turn(run: RunRow, messages: readonly KeyedMessage[], pauses: readonly PauseState[]): Turn {
  return {
    runId: run.id,
    status: run.status,
    queued: run.held === "thread" && run.status === "pending",
    input: jsonObjectSchema.parse(run.input),
    messages: messages.map(({ message }) => message),
    pauses: pauses.map((pause) => placed(pause, messages)),
    output: run.output === null ? null : jsonSchema.parse(run.output),
    problem: run.problem === null ? null : runProblemSchema.parse(run.problem),
    createdAt: run.createdAt.toISOString(),
  };
}
