import type { InterruptSummary, RunSummary } from "@/lib/api/contract/runs";
import type { Actor, WorkspaceActor } from "@/lib/auth/actor";
import { type EventListener, type Reader, readRun } from "@/lib/realtime/run-reader";
import { AppError } from "@/workflows/errors/app-error";
import type { GivenAnswer, RunEvent } from "@/workflows/events/event";
import { leanView } from "@/workflows/events/lean/lean-span";
import type { RunView, Span } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import type { RecordedCall } from "@/workflows/recording/recorded-call";
import { listRuns, listWholeRuns, type RunPage, type RunSearch } from "../lists/list-runs";
import { readRecording } from "../recording/read-recording";
import { type ReplayRequest, replayable, replayRun } from "../recording/replay-run";
import { stateBeforeRun } from "../recording/state-before";
import { answerInterrupt } from "./answer-interrupt";
import { awaitRun } from "./await-run";
import { branchesOf, makeHead } from "./branches";
import { cancelRun } from "./cancel-run";
import { comment } from "./comment";
import type { RunContext } from "./context";
import { createRun, type RunRequest } from "./create-run";
import { type ForkRequest, forkOf } from "./fork-run";
import { type GoOnWish, goOnStopped } from "./go-on-stopped";
import { type AgentHistory, nodeHistory } from "./node-history";
import { type Made, madeBefore, type Once } from "./once";
import { passOn } from "./pass-on";
import { loadEvents } from "./read-events";
import { countWaiting, getInterrupt, type InterruptFilter, listInterrupts } from "./read-interrupts";
import { getRun } from "./read-runs";
import { graphOfRun } from "./run-graph";
import { stateAt } from "./run-state";
import { RunViews, viewWithoutEvents } from "./run-views";
import { loadStepEvents } from "./step-events";
import { deleteThread, getThread, listThreads, renameThread } from "./threads";
import { listTurns, type Turn } from "./turns";
import { requireVisible } from "./visibility";

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
    return madeBefore(this.context.pool, workspaceId, once);
  }

  /** What makes a run that goes on from a step of this one. @throws AppError as `forkOf` */
  forkOf(actor: Actor, runId: string, request: ForkRequest): Promise<RunRequest> {
    return forkOf(this.context, actor, runId, request);
  }

  /** The conversation of a run with its branches. @throws AppError not_found */
  branches(actor: Actor, runId: string) {
    return branchesOf(this.context, actor, runId);
  }

  /** @throws AppError as `makeHead` */
  async makeHead(actor: WorkspaceActor, runId: string) {
    await makeHead(this.context, actor, runId);
    return branchesOf(this.context, actor, runId);
  }

  /** Lets a run go on that was stopped. @throws AppError as `goOn` */
  async goOn(actor: WorkspaceActor, runId: string, wish: GoOnWish): Promise<RunSummary> {
    await goOnStopped(this.context, actor, runId, wish);
    return this.get(actor, runId);
  }

  get(actor: Actor, runId: string): Promise<RunSummary> {
    return getRun(this.context.db, actor, runId);
  }

  list(actor: Actor, search: RunSearch, page: RunPage) {
    return listRuns(this.context.db, actor, search, page);
  }

  /** The same with all that went in and came out. */
  listWhole(actor: Actor, search: RunSearch, page: RunPage) {
    return listWholeRuns(this.context.db, actor, search, page);
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

  /** The same with values of any size left out; they are read span by span. */
  async trace(actor: Actor, runId: string) {
    const { run, view, document } = await this.view(actor, runId);
    const lean = leanView(view);
    return {
      run: { ...run, ...(lean.left?.input && { input: {} }), ...(lean.left?.output && { output: null }) },
      view: lean,
      document,
    };
  }

  /** One span with all that is known of it. @throws AppError not_found */
  async span(actor: Actor, runId: string, spanId: string): Promise<Span> {
    const found = (await this.spans(actor, runId)).findLast(({ id }) => id === spanId);
    if (!found) throw new AppError("not_found", "There is no such span in this run.");
    return found;
  }

  async spans(actor: Actor, runId: string): Promise<readonly Span[]> {
    await requireVisible(this.context, actor, runId);
    return (await this.views.get(runId)).spans;
  }

  async events(actor: Actor, runId: string, after: number, limit: number): Promise<RunEvent[]> {
    await requireVisible(this.context, actor, runId);
    return loadEvents(this.context.pool, runId, after, limit);
  }

  /** The same without models, tools and large values: what the graph looked like at each step. */
  async stepEvents(actor: Actor, runId: string, after: number, limit: number): Promise<RunEvent[]> {
    await requireVisible(this.context, actor, runId);
    return loadStepEvents(this.context.pool, runId, after, limit);
  }

  /** History after a number, then live, without gap or repeat, until the reader is closed. */
  async subscribe(actor: Actor, runId: string, after: number, listener: EventListener): Promise<Reader> {
    await requireVisible(this.context, actor, runId);
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

  /** What an ended run got from outside. @throws AppError as `replayable` */
  async recording(actor: Actor, runId: string): Promise<RecordedCall[]> {
    await replayable(this.context, actor, runId);
    return readRecording(this.context.pool, runId);
  }

  /** What an ended run found when it began. @throws AppError as `stateBeforeRun` */
  stateBefore(actor: Actor, runId: string): Promise<JsonObject | undefined> {
    return stateBeforeRun(this.context, actor, runId);
  }

  /** @throws AppError as `replayRun` */
  async replay(actor: Actor, request: ReplayRequest): Promise<RunSummary> {
    return this.get(actor, (await replayRun(this.context, actor, request)).runId);
  }

  /** Resolves with the run when it has ended or waits for a person. @throws the signal's reason */
  async wait(actor: Actor, runId: string, signal?: AbortSignal): Promise<RunSummary> {
    await requireVisible(this.context, actor, runId);
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
  answer(actor: Actor, id: string, answer: GivenAnswer): Promise<InterruptSummary> {
    return answerInterrupt(this.context, actor, id, answer);
  }

  /** @throws AppError as `passOn` */
  passOn(actor: WorkspaceActor, id: string, to: string): Promise<InterruptSummary> {
    return passOn(this.context, actor, id, to);
  }

  /** @throws AppError as `comment` */
  comment(actor: WorkspaceActor, id: string, text: string): Promise<InterruptSummary> {
    return comment(this.context, actor, id, text);
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
