import type { DatabaseHandle } from "@/lib/db/database";
import type { Log } from "@/lib/log/log";
import { RunQueue } from "@/lib/queue/run-queue";
import type { Bus } from "@/lib/realtime/bus";
import type { RunHub } from "@/lib/realtime/hub";
import type { Notifier } from "@/lib/realtime/notifier";
import { recheckFollowed } from "@/lib/realtime/recheck";
import type { EventDraft } from "@/workflows/events/event";
import type { AnswersOfAgent } from "@/workflows/graph/kept-answers";
import type { AgentGateway, NodeServices, PriceGateway } from "@/workflows/runtime/ports";
import { InstallationQueue } from "./admission/installation-queue";
import { defaultInstallationLimit, defaultLimits, type RunLimits } from "./admission/limits";
import { Releases } from "./admission/releases";
import { agentGateway } from "./calls/agent-gateway";
import { callHooks } from "./calls/hooks";
import { RunSaver } from "./checkpoint/saver";
import { type Clock, systemClock } from "./clock";
import { agentCompiler, CompiledAgents } from "./compiled-agents";
import { appendEvents } from "./events/append";
import { Recorder } from "./events/recorder";
import { escalateDue } from "./pauses/escalate";
import { Teller } from "./pauses/tell";
import { wakeDue } from "./pauses/wake";
import type { RunWatch } from "./run-watch";
import type { RunContext } from "./service/context";
import { graphSource } from "./service/graph-source";
import { nextInThread } from "./service/next-in-thread";
import { storedUpTo } from "./service/read-events";
import { RunService } from "./service/run-service";
import { Aftermath } from "./work/aftermath";
import type { OutgoingOf } from "./work/current-run";
import { restNeeds } from "./work/rest-needs";
import { Worker } from "./work/worker";

export interface RunsOptions {
  database: DatabaseHandle;
  log: Log;
  /** The listening connection must be started, and is stopped by its owner. */
  live: { notifier: Notifier; bus: Bus; hub: RunHub };
  /**
   * The outside world of a workspace's nodes; `agents` is ready to be put into it.
   * @param answers how the graph wants answers of models kept, if it does
   */
  servicesOf(workspaceId: string, agents: AgentGateway, answers?: AnswersOfAgent): Promise<NodeServices>;
  pricesOf(workspaceId: string): Promise<PriceGateway>;
  /** Runs that this process works on at the same time; 0: it only serves. */
  concurrency: number;
  /** Of workspaces that set none themselves. */
  limits?: RunLimits;
  /** How many runs of all workspaces may wait. */
  installationQueued?: number;
  /** What services that a run calls are told of its trace. */
  outgoingOf?: OutgoingOf | undefined;
  /** Every second in a process that works on runs: counts those that have ended. Nobody waits for it. */
  count?: () => void;
  /** Every minute in a process that works on runs: removes what has outlived its time. */
  housekeep?: () => Promise<void>;
  /** Sees what this process's worker does. */
  watch?: RunWatch;
  clock?: Clock;
  /** Where browsers reach the installation: links that answer begin with it. */
  publicUrl?: string | undefined;
  /** How long a run holds on to this process for a run that it called. */
  patienceMs?: number;
  /** Events that are not kept: for measuring what keeping them costs. */
  leavesOut?: ((event: EventDraft) => boolean) | undefined;
}

const callPatienceMs = 3_000;

/** Runs in this process: the service for the API, the worker, and what carries news between processes. */
export interface Runs {
  service: RunService;
  worker: Worker;
  /** What keeping house with runs stands on. */
  context: RunContext;
  /** Published agents of a workspace as tools. */
  agentGateway(workspaceId: string): AgentGateway;
  /** Starts queueing and working; what a killed process left behind goes on at once. */
  start(): Promise<void>;
  /** Resolves when nothing that runs have caused here so far is under way. */
  settled(): Promise<void>;
  /** Hands over what still runs after `patienceMs`; the database stays open. */
  stop(patienceMs: number): Promise<void>;
}

export function createRuns({
  database,
  log,
  clock = systemClock,
  concurrency,
  live,
  limits = defaultLimits,
  installationQueued = defaultInstallationLimit,
  patienceMs = callPatienceMs,
  ...options
}: RunsOptions): Runs {
  const { pool, db } = database;
  const { notifier, bus, hub } = live;
  const { processId } = notifier;
  const queue = new RunQueue(pool, log);
  const saver = new RunSaver(pool);
  options.watch?.saver(saver);
  const publish = hub.publish.bind(hub);
  const recorder = new Recorder({
    append: (groups) => appendEvents(pool, processId, groups),
    publish,
    clock,
    leavesOut: options.leavesOut,
  });
  const gatewayOf = (workspaceId: string) =>
    agentGateway(context, { workspaceId, lend: (wait) => worker.lend(wait), patienceMs });
  const compile = agentCompiler(saver, (workspaceId, answers) =>
    options.servicesOf(workspaceId, gatewayOf(workspaceId), answers),
  );
  const agents = new CompiledAgents(compile);
  const aftermath = new Aftermath(log, (rested) => restNeeds(pool, rested));
  const releases = new Releases({ pool, queue, limits, clock, log });
  const stand = { pool, db, queue, hub, bus, saver, agents, clock };
  const installationQueue = new InstallationQueue({ pool, clock, limit: installationQueued });
  const context: RunContext = { ...stand, aftermath, releases, limits, installationQueue, processId };
  const teller = new Teller({
    ...context,
    log,
    publicUrl: options.publicUrl,
    servicesOf: (workspaceId) => options.servicesOf(workspaceId, gatewayOf(workspaceId)),
  });
  aftermath.add(releases);
  aftermath.add(nextInThread(context));
  for (const hook of callHooks(context)) aftermath.add(hook);
  const worker = new Worker({
    ...context,
    notifier,
    recorder,
    log,
    publish,
    concurrency,
    wake: async () => {
      options.count?.();
      await wakeDue(context);
      await escalateDue(context);
      await teller.tellDue();
    },
    housekeep: options.housekeep,
    outgoingOf: options.outgoingOf,
    agentOf: async (claim) => {
      const at = clock.now();
      const { agent, document } = await agents.get(graphSource(db, claim));
      options.watch?.taken(claim, document, at);
      return agent;
    },
    pricesOf: (workspaceId) => options.pricesOf(workspaceId),
    onInbox: (claim) => bus.inboxChanged({ workspaceId: claim.workspaceId, runId: claim.id }),
  });
  const settled = async () => {
    await teller.settled();
    await aftermath.settled();
    await releases.settled();
  };
  let stopRecheck = () => {};
  return {
    service: new RunService(context),
    worker,
    context,
    agentGateway: gatewayOf,
    start: async () => {
      stopRecheck = recheckFollowed(hub, (runIds) => storedUpTo(pool, runIds), clock);
      await queue.start();
      if (concurrency > 0) await worker.start();
    },
    settled,
    stop: async (patienceMs) => {
      await worker.drain(patienceMs);
      releases.stop();
      stopRecheck();
      await settled();
      await queue.stop();
    },
  };
}
