import type { InterruptSummary, RunOrder, RunSummary } from "@/lib/api/contract/runs";
import type { Actor } from "@/lib/auth/actor";
import { type EventListener, type Reader, readRun } from "@/lib/realtime/run-reader";
import type { InterruptAnswer, RunEvent } from "@/workflows/events/event";
import type { RunView } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { answerInterrupt } from "./answer-interrupt";
import { awaitRun } from "./await-run";
import { cancelRun } from "./cancel-run";
import type { RunContext } from "./context";
import { createRun, type RunRequest } from "./create-run";
import { type AgentHistory, nodeHistory } from "./node-history";
import { findMade, type Made, type Once } from "./once";
import { loadEvents } from "./read-events";
import { countWaiting, getInterrupt, type InterruptFilter, listInterrupts } from "./read-interrupts";
import { getRun, listRuns, type RunFilter } from "./read-runs";
import { graphOfRun } from "./run-graph";
import { stateAt } from "./run-state";
import { RunViews, viewWithoutEvents } from "./run-views";
import { deleteThread, getThread, listThreads, renameThread } from "./threads";
import { listTurns, type Turn } from "./turns";

interface Paging {
  cursor?: string | undefined;
  limit: number;
}

/**
 * Everything the API and the sockets may do with runs. Every method takes an actor and stays inside what that actor
 * may see; foreign and missing ids are the same `not_found`. Whether the actor may do a thing at all is the route's
 * permission.
 */
export class RunService {
  private readonly views: RunViews;

  constructor(private readonly context: RunContext) {
    this.views = new RunViews(context.pool);
  }

  /** @throws AppError as `createRun` */
  async create(actor: Actor, request: RunRequest): Promise<Made> {
    return createRun(this.context, actor, request);
  }

  /** What a request that is sent again made before. @throws AppError as `findMade` */
  made(workspaceId: string, once: Once): Promise<Made | undefined> {
    return findMade(this.context.pool, workspaceId, once);
  }

  get(actor: Actor, runId: string): Promise<RunSummary> {
    return getRun(this.context.db, actor, runId);
  }

  list(actor: Actor, filter: RunFilter, paging: Paging & { order?: RunOrder }) {
    return listRuns(this.context.db, actor, filter, paging);
  }

  /** What happened so far, with the graph as it ran; read events after the view's `seq`. */
  async view(
    actor: Actor,
    runId: string,
  ): Promise<{ run: RunSummary; view: RunView; document: GraphDocument }> {
    const run = await this.get(actor, runId);
    const { document } = await graphOfRun(this.context, actor, runId);
    const view = run.eventsDeletedAt === null ? await this.views.get(runId) : viewWithoutEvents(run);
    return { run, view, document };
  }

  async events(actor: Actor, runId: string, after: number, limit: number): Promise<RunEvent[]> {
    await this.get(actor, runId);
    return loadEvents(this.context.pool, runId, after, limit);
  }

  /** History after a number, then live, without gap or repeat, until the reader is closed. */
  async subscribe(actor: Actor, runId: string, after: number, listener: EventListener): Promise<Reader> {
    await this.get(actor, runId);
    const { hub, clock, pool } = this.context;
    const load = (id: string, from: number, limit: number) => loadEvents(pool, id, from, limit);
    return readRun({ hub, clock, load }, runId, after, listener);
  }

  /** What earlier runs of an agent took at each node. The caller has checked that the actor may see the agent's runs. */
  nodeHistory(agentId: string): Promise<AgentHistory> {
    return nodeHistory(this.context.pool, agentId);
  }

  stateAt(actor: Actor, runId: string, checkpointId: string) {
    return stateAt(this.context, actor, runId, checkpointId);
  }

  async cancel(actor: Actor, runId: string): Promise<RunSummary> {
    await cancelRun(this.context, actor, runId);
    return this.get(actor, runId);
  }

  /** Resolves with the run when it has ended or waits for a person. @throws the signal's reason */
  async wait(actor: Actor, runId: string, signal?: AbortSignal): Promise<RunSummary> {
    await this.get(actor, runId);
    await awaitRun(this.context, runId, { until: "pause", signal });
    return this.get(actor, runId);
  }

  interrupt(actor: Actor, id: string): Promise<InterruptSummary> {
    return getInterrupt(this.context.db, actor, id);
  }

  interrupts(actor: Actor, filter: InterruptFilter, paging: Paging) {
    return listInterrupts(this.context.db, actor, filter, paging);
  }

  waiting(actor: Actor): Promise<number> {
    return countWaiting(this.context.db, actor);
  }

  /** @throws AppError as `answerInterrupt` */
  answer(actor: Actor, id: string, answer: InterruptAnswer): Promise<InterruptSummary> {
    return answerInterrupt(this.context, actor, id, answer);
  }

  threads(actor: Actor, agentId: string) {
    return listThreads(this.context, actor, agentId);
  }

  thread(actor: Actor, agentId: string, threadId: string) {
    return getThread(this.context, actor, agentId, threadId);
  }

  /** The latest turns, oldest first. @throws AppError not_found */
  async turns(actor: Actor, agentId: string, threadId: string): Promise<Turn[]> {
    await this.thread(actor, agentId, threadId);
    return listTurns(this.context, threadId);
  }

  renameThread(actor: Actor, agentId: string, threadId: string, title: string) {
    return renameThread(this.context, actor, agentId, threadId, title);
  }

  deleteThread(actor: Actor, agentId: string, threadId: string): Promise<void> {
    return deleteThread(this.context, actor, agentId, threadId);
  }
}
