import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { newId } from "@/lib/db/id";
import { AppError } from "@/workflows/errors/app-error";
import type { EventDraft, RunEvent } from "@/workflows/events/event";
import type { MultitaskStrategy } from "@/workflows/events/multitask";
import type { RunOrigin } from "@/workflows/events/run-origin";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { type TestOptions, testOptionsSchema } from "@/workflows/graph/test-options";
import { filledWith } from "@/workflows/prompts/fill";
import type { RunTrace } from "@/workflows/telemetry/run-trace";
import type { Breakpoint } from "@/workflows/travel/breakpoint";
import { type Fork, forkSchema } from "@/workflows/travel/state-edit";
import { requireBreath } from "../admission/breath";
import { onePlace } from "../admission/places-sql";
import { sourcePriority } from "../admission/priority";
import { requireQueueRoom } from "../admission/queue-room";
import { branchOff, copyKeptState } from "../checkpoint/copy-state";
import { number } from "../events/recorder";
import { inTransaction } from "../transaction";
import { checkpointBefore, nextBase, stateBefore } from "./before-run";
import { afterStop } from "./cancel-run";
import type { RunContext } from "./context";
import { graphSource } from "./graph-source";
import { type HeadBase, takeHead } from "./head-base";
import {
  insertRun,
  type NewRun,
  notWaiting,
  type RunAfter,
  type RunSource,
  type Waiting,
} from "./insert-run";
import { findMade, type Made, type Once, takeKey } from "./once";
import type { Stopped } from "./stop-in-transaction";
import { type TakenThread, takeThread } from "./take-thread";

interface DraftGraph {
  draftRevision: number;
  document: GraphDocument;
  options?: TestOptions;
}

export interface RunRequest {
  agent: { id: string; workspaceId: string };
  /** A published version, or the draft as it stands. */
  graph: { version: number } | DraftGraph;
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
  /** A new thread begins with the state of this checkpoint of another one. */
  startsFrom?: { threadId: string; checkpointId: string } | undefined;
  /** The run that it is made from, and how. */
  origin?: RunOrigin | undefined;
  /** The step of another run that it goes on from, on a thread of its own: a branch of that one's conversation. */
  fork?: (Fork & { threadId: string }) | undefined;
  /** Where it stops to be looked at; absent: nobody looks. */
  breakpoints?: Breakpoint[] | undefined;
  /** A call that is made twice under one id makes one run. */
  id?: string;
  /** The request may be sent again: it makes one run all the same. */
  once?: Once | undefined;
  /** Higher goes first among the runs of its workspace that wait; absent: by where it comes from. */
  priority?: number | undefined;
  /** Not to start before this. */
  runAfter?: RunAfter | undefined;
  /** The trace that whoever asks for it is in. */
  trace?: RunTrace | undefined;
}

/**
 * Accepts a run: checks the input against its graph first, then stores run, first event and job together. The caller
 * has checked that the actor may run this agent.
 * @returns the new run, or the one that the same request made before
 * @throws AppError invalid_input, graph_invalid, not_found (thread), conflict (thread busy or waiting, or `retryOf`
 *   cannot be tried again), queue_full, unavailable
 */
export async function createRun(context: RunContext, actor: Actor, request: RunRequest): Promise<Made> {
  if (request.parentRunId === undefined) {
    requireBreath(context.pool);
    await context.installationQueue.requireRoom();
  }
  const run = runRow(actor, request);
  const { agent } = await context.agents.get(graphSource(context.db, run));
  if (!request.fork) {
    const input = agent.toState(request.input);
    const before = "document" in request.graph ? request.graph.options?.state : undefined;
    if (before) agent.stateAfter(before, input);
  }
  const { made, events, stopped, waiting } = await inTransaction(
    context.pool,
    (connection) => store(context, connection, actor, request, run),
    onePlace(run.workspaceId),
  );
  context.hub.publish(events);
  if (waiting.held === "limit") context.releases.request(run.workspaceId);
  if (waiting.dueInMs !== null) context.releases.expect(waiting.dueInMs);
  for (const each of stopped) afterStop(context, each);
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
    testOptions: isDraft ? optionsOf(graph) : null,
    source,
    input,
    createdBy: actor.kind === "member" ? actor.userId : null,
    parentRunId: request.parentRunId ?? null,
    origin: request.origin ?? null,
    fork: request.fork ? forkSchema.strip().parse(request.fork) : null,
    breakpoints: request.breakpoints ?? null,
    priority: request.priority ?? sourcePriority[source],
    runAfter: request.runAfter,
    trace: request.trace ?? null,
  };
}

/** One revision of a draft is another graph once the library gives it other texts. */
function optionsOf({ options, document }: DraftGraph): TestOptions | null {
  const prompts = filledWith(document);
  if (prompts.length === 0) return options ?? null;
  return { ...(options ?? testOptionsSchema.parse({})), prompts };
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
  // A new conversation touches nothing before its run: the key goes with it.
  const isPlain = known === undefined && request.id === undefined && !request.startsFrom;
  const withRun = isPlain ? request.once : undefined;
  const before = request.once && !withRun && (await takeKey(connection, run.workspaceId, request.once, made));
  if (before) return { made: before, ...nothing };
  const taken = known === undefined ? newThread : await takeFor(context, connection, actor, run, request);
  const head = await headFor(connection, request, taken);
  const base = taken.isBusy ? null : (head?.checkpointId ?? (await baseOf(connection, request, taken, made)));
  const started: EventDraft = {
    ts: context.clock.now(),
    ns: [],
    type: "run.started",
    data: { input: run.input },
  };
  const thread = { id: made.threadId, isNew: known === undefined, base, ...taken };
  const waiting = await insertRun(context, connection, actor, run, thread, started, withRun);
  if (!waiting) return { made: await madeInstead(connection, run, withRun), ...nothing };
  if (head)
    await connection.query("update runs set after_run_id = $2 where id = $1", [run.id, head.afterRunId]);
  if (request.fork)
    await branchOff(connection, made.threadId, request.fork, request.origin?.kind !== "replay");
  await (waiting.held === null
    ? queue(context, connection, run)
    : requireQueueRoom(context, connection, run));
  return { made, events: number(run.id, 0, [started]), stopped: taken.stopped, waiting };
}

const nothing = { events: [], stopped: [], waiting: notWaiting };

async function madeInstead(connection: PoolClient, run: NewRun, once: Once | undefined): Promise<Made> {
  const before = once && (await findMade(connection, run.workspaceId, once));
  if (before) return before;
  throw new AppError("conflict", "This run exists already.", { data: { runId: run.id } });
}

function queue(context: RunContext, connection: PoolClient, run: NewRun): Promise<void> {
  const { id: runId, workspaceId, priority } = run;
  // Whoever called it has begun and waits for it.
  const urgent = run.parentRunId !== null;
  return context.queue.sendUntold(connection, [{ runId, workspaceId, priority, urgent }]);
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

/** The branch that the thread goes on with, where somebody chose one: for a new message, and no other attempt. */
async function headFor(
  connection: PoolClient,
  { threadId, retryOf }: RunRequest,
  { isBusy, replaces }: TakenThread,
): Promise<HeadBase | undefined> {
  const isMessage = threadId !== undefined && retryOf === undefined && replaces === null && !isBusy;
  return isMessage ? takeHead(connection, threadId) : undefined;
}

/** @throws AppError invalid_input, conflict */
async function baseOf(
  connection: PoolClient,
  { threadId, retryOf, startsFrom }: RunRequest,
  { replaces }: TakenThread,
  made: Made,
): Promise<string | null> {
  if (startsFrom) {
    const { checkpointId } = startsFrom;
    if (await copyKeptState(connection, startsFrom, { threadId: made.threadId, checkpointId }))
      return checkpointId;
    throw new AppError("conflict", "The state that this run is to start from is no longer kept.");
  }
  if (threadId === undefined && retryOf !== undefined) {
    throw new AppError("invalid_input", "A run is tried again in its own thread.", { field: "threadId" });
  }
  if (threadId === undefined) return null;
  if (retryOf !== undefined) return checkpointBefore(connection, threadId, retryOf);
  if (replaces !== null) return stateBefore(connection, threadId, replaces);
  return nextBase(connection, threadId, made.runId);
}
