import type { PoolClient } from "pg";
import type { runs } from "@/drizzle/schema";
import type { Actor } from "@/lib/auth/actor";
import { newId } from "@/lib/db/id";
import { AppError } from "@/workflows/errors/app-error";
import type { EventDraft, RunEvent } from "@/workflows/events/event";
import type { MultitaskStrategy } from "@/workflows/events/multitask";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import type { TestOptions } from "@/workflows/graph/test-options";
import { toJsonb } from "../events/jsonb";
import { number } from "../events/recorder";
import { inTransaction } from "../transaction";
import { nameOf } from "./actor-name";
import { checkpointBefore, nextBase, stateBefore } from "./before-run";
import { afterStop } from "./cancel-run";
import type { RunContext } from "./context";
import { graphSource } from "./graph-source";
import { type Made, type Once, takeKey } from "./once";
import type { Stopped } from "./stop-in-transaction";
import { type TakenThread, takeThread } from "./take-thread";
import { titleOf } from "./title";

export type RunSource = (typeof runs.$inferSelect)["source"];

export interface RunRequest {
  agent: { id: string; workspaceId: string };
  /** A published version, or the draft as it stands. */
  graph: { version: number } | { draftRevision: number; document: GraphDocument; options?: TestOptions };
  source: RunSource;
  input: JsonObject;
  /** Goes on with this thread's state; absent: a new thread. */
  threadId?: string | undefined;
  /** Another attempt of this run, the thread's latest, which failed or was stopped: starts where that one did. */
  retryOf?: string | undefined;
  /** What becomes of it where its thread is busy; refused if nothing is said. */
  multitask?: MultitaskStrategy | undefined;
  /** Run whose tool call asks for this one. */
  parentRunId?: string;
  /** A call that is made twice under one id makes one run. */
  id?: string;
  /** The request may be sent again: it makes one run all the same. */
  once?: Once | undefined;
}

/**
 * Accepts a run: checks the input against its graph first, then stores run, first event and job together. The caller
 * has checked that the actor may run this agent.
 * @returns the new run, or the one that the same request made before
 * @throws AppError invalid_input, graph_invalid, not_found (thread), conflict (thread busy or waiting, or `retryOf`
 *   cannot be tried again)
 */
export async function createRun(context: RunContext, actor: Actor, request: RunRequest): Promise<Made> {
  const run = runRow(actor, request);
  const { agent } = await context.agents.get(graphSource(context.db, run));
  agent.toState(request.input);
  const { made, events, stopped } = await inTransaction(context.pool, (connection) =>
    store(context, connection, actor, request, run),
  );
  context.hub.publish(events);
  for (const each of stopped) await afterStop(context, each, nameOf(actor));
  if (stopped.length > 0) context.bus.inboxChanged({ workspaceId: run.workspaceId, runId: run.id });
  return made;
}

type NewRun = ReturnType<typeof runRow>;

function runRow(actor: Actor, { agent, graph, source, input, parentRunId, id }: RunRequest) {
  const isDraft = "document" in graph;
  return {
    id: id ?? newId("run"),
    workspaceId: agent.workspaceId,
    agentId: agent.id,
    version: isDraft ? null : graph.version,
    draftRevision: isDraft ? graph.draftRevision : null,
    document: isDraft ? graph.document : null,
    testOptions: (isDraft && graph.options) || null,
    source,
    input,
    createdBy: actor.kind === "member" ? actor.userId : null,
    parentRunId: parentRunId ?? null,
  };
}

async function store(
  context: RunContext,
  connection: PoolClient,
  actor: Actor,
  request: RunRequest,
  run: NewRun,
): Promise<{ made: Made; events: RunEvent[]; stopped: Stopped[] }> {
  const known = request.threadId;
  const made = { runId: run.id, threadId: known ?? newId("thr") };
  const before = request.once && (await takeKey(connection, run.workspaceId, request.once, made));
  if (before) return { made: before, events: [], stopped: [] };
  const taken = known === undefined ? newThread : await takeFor(context, connection, actor, run, request);
  const base = taken.isBusy ? null : await baseOf(connection, request, taken, run.id);
  const started: EventDraft = {
    ts: context.clock.now(),
    ns: [],
    type: "run.started",
    data: { input: run.input },
  };
  const thread = { id: made.threadId, isNew: known === undefined, base, ...taken };
  await Promise.all([
    insertRun(connection, actor, run, thread, started),
    taken.isBusy || context.queue.send(connection, run.id),
  ]);
  return { made, events: number(run.id, 0, [started]), stopped: taken.stopped };
}

const newThread: TakenThread = { isBusy: false, stopped: [], replaces: null };

function takeFor(
  context: RunContext,
  connection: PoolClient,
  actor: Actor,
  { agentId }: NewRun,
  { threadId = "", multitask = "reject", retryOf }: RunRequest,
): Promise<TakenThread> {
  // Another attempt takes the place of a run that is over.
  const strategy = retryOf === undefined ? multitask : "reject";
  return takeThread(context, connection, actor, { threadId, agentId, strategy });
}

/** @throws AppError invalid_input, conflict */
async function baseOf(
  connection: PoolClient,
  { threadId, retryOf }: RunRequest,
  { replaces }: TakenThread,
  runId: string,
): Promise<string | null> {
  if (threadId === undefined && retryOf !== undefined) {
    throw new AppError("invalid_input", "A run is tried again in its own thread.", { field: "threadId" });
  }
  if (threadId === undefined) return null;
  if (retryOf !== undefined) return checkpointBefore(connection, threadId, retryOf);
  if (replaces !== null) return stateBefore(connection, threadId, replaces);
  return nextBase(connection, threadId, runId);
}

/** A run, its first event and, for a new conversation, its thread: one round trip. */
const insertSql = `
with thread as (
  insert into threads (id, workspace_id, agent_id, title, status, user_id, visitor_id, source)
  select $4, $2, $3, $12, 'busy', $13, $14, $8 where $15
),
run as (
  insert into runs (id, workspace_id, agent_id, thread_id, version, draft_revision, document, source, input,
    created_by, parent_run_id, test_options, base_checkpoint_id, held, replaces, last_seq)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $19, $20, $21, $22, 1) on conflict (id) do nothing
  returning id
)
insert into run_events (run_id, seq, ts, type, ns, data)
select run.id, 1, $16::float8, $17, '{}', $18::jsonb from run`;

async function insertRun(
  connection: PoolClient,
  actor: Actor,
  run: NewRun,
  thread: { id: string; isNew: boolean; base: string | null; isBusy: boolean; replaces: string | null },
  started: EventDraft,
): Promise<void> {
  const { rowCount } = await connection.query({
    name: "insert_run",
    text: insertSql,
    values: [
      run.id,
      run.workspaceId,
      run.agentId,
      thread.id,
      run.version,
      run.draftRevision,
      run.document && toJsonb(run.document),
      run.source,
      toJsonb(run.input),
      run.createdBy,
      run.parentRunId,
      titleOf(run.input),
      actor.kind === "member" ? actor.userId : null,
      actor.kind === "visitor" ? actor.visitorId : null,
      thread.isNew,
      started.ts,
      started.type,
      toJsonb(started.data),
      run.testOptions && toJsonb(run.testOptions),
      thread.base,
      thread.isBusy ? "thread" : null,
      thread.replaces,
    ],
  });
  if (rowCount === 0) throw new AppError("conflict", "This run exists already.", { data: { runId: run.id } });
}
