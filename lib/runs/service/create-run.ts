import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { newId } from "@/lib/db/id";
import { AppError } from "@/workflows/errors/app-error";
import type { EventDraft, RunEvent } from "@/workflows/events/event";
import type { MultitaskStrategy } from "@/workflows/events/multitask";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import type { TestOptions } from "@/workflows/graph/test-options";
import { requireBreath } from "../admission/breath";
import { onePlace } from "../admission/places-sql";
import { sourcePriority } from "../admission/priority";
import { requireQueueRoom } from "../admission/queue-room";
import { number } from "../events/recorder";
import { inTransaction } from "../transaction";
import { nameOf } from "./actor-name";
import { checkpointBefore, nextBase, stateBefore } from "./before-run";
import { afterStop } from "./cancel-run";
import type { RunContext } from "./context";
import { graphSource } from "./graph-source";
import {
  insertRun,
  type NewRun,
  notWaiting,
  type RunAfter,
  type RunSource,
  type Waiting,
} from "./insert-run";
import { type Made, type Once, takeKey } from "./once";
import type { Stopped } from "./stop-in-transaction";
import { type TakenThread, takeThread } from "./take-thread";

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
  /** Higher goes first among the runs of its workspace that wait; absent: by where it comes from. */
  priority?: number | undefined;
  /** Not to start before this. */
  runAfter?: RunAfter | undefined;
}

/**
 * Accepts a run: checks the input against its graph first, then stores run, first event and job together. The caller
 * has checked that the actor may run this agent.
 * @returns the new run, or the one that the same request made before
 * @throws AppError invalid_input, graph_invalid, not_found (thread), conflict (thread busy or waiting, or `retryOf`
 *   cannot be tried again), queue_full, unavailable
 */
export async function createRun(context: RunContext, actor: Actor, request: RunRequest): Promise<Made> {
  if (request.parentRunId === undefined) requireBreath(context.pool);
  const run = runRow(actor, request);
  const { agent } = await context.agents.get(graphSource(context.db, run));
  agent.toState(request.input);
  const { made, events, stopped, waiting } = await inTransaction(
    context.pool,
    (connection) => store(context, connection, actor, request, run),
    onePlace(run.workspaceId),
  );
  context.hub.publish(events);
  if (waiting.held === "limit") context.releases.request(run.workspaceId);
  if (waiting.dueInMs !== null) context.releases.expect(waiting.dueInMs);
  for (const each of stopped) await afterStop(context, each, nameOf(actor));
  if (stopped.length > 0) context.bus.inboxChanged({ workspaceId: run.workspaceId, runId: run.id });
  return made;
}

function runRow(actor: Actor, { agent, graph, source, input, ...request }: RunRequest): NewRun {
  const isDraft = "document" in graph;
  return {
    id: request.id ?? newId("run"),
    workspaceId: agent.workspaceId,
    agentId: agent.id,
    version: isDraft ? null : graph.version,
    draftRevision: isDraft ? graph.draftRevision : null,
    document: isDraft ? graph.document : null,
    testOptions: (isDraft && graph.options) || null,
    source,
    input,
    createdBy: actor.kind === "member" ? actor.userId : null,
    parentRunId: request.parentRunId ?? null,
    priority: request.priority ?? sourcePriority[source],
    runAfter: request.runAfter,
  };
}

/** What was made, and what is left to do after the commit. */
interface Stored {
  made: Made;
  events: RunEvent[];
  stopped: Stopped[];
  waiting: Waiting;
}

async function store(
  context: RunContext,
  connection: PoolClient,
  actor: Actor,
  request: RunRequest,
  run: NewRun,
): Promise<Stored> {
  const known = request.threadId;
  const made = { runId: run.id, threadId: known ?? newId("thr") };
  const before = request.once && (await takeKey(connection, run.workspaceId, request.once, made));
  if (before) return { made: before, events: [], stopped: [], waiting: notWaiting };
  const taken = known === undefined ? newThread : await takeFor(context, connection, actor, run, request);
  const base = taken.isBusy ? null : await baseOf(connection, request, taken, run.id);
  const started: EventDraft = {
    ts: context.clock.now(),
    ns: [],
    type: "run.started",
    data: { input: run.input },
  };
  const thread = { id: made.threadId, isNew: known === undefined, base, ...taken };
  const waiting = await insertRun(context, connection, actor, run, thread, started);
  await (waiting.held === null
    ? queue(context, connection, run)
    : requireQueueRoom(context, connection, run));
  return { made, events: number(run.id, 0, [started]), stopped: taken.stopped, waiting };
}

function queue(context: RunContext, connection: PoolClient, run: NewRun): Promise<void> {
  const { id: runId, workspaceId, priority } = run;
  // Whoever called it has begun and waits for it.
  const urgent = run.parentRunId !== null;
  return context.queue.send(connection, { runId, workspaceId, priority, urgent });
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
