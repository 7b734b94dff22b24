import { purgeBatch } from "@/lib/agents/purge-agents";
import { RunCounter } from "@/lib/dashboards/run-counter";
import { type BreakerService, createBreakerService } from "@/lib/resilience/breaker-service";
import type { BreakerState } from "@/lib/resilience/breaker-state";
import { shared } from "@/lib/resilience/share";
import { Housekeeper } from "@/lib/retention/housekeeper";
import { systemClock } from "@/lib/runs/clock";
import { createRuns, type Runs, type RunsOptions } from "@/lib/runs/runs";
import { outgoingBy } from "@/lib/telemetry/listeners";
import { Sender } from "@/lib/telemetry/outbox/sender";
import { createPriceGateway } from "@/lib/usage/price-gateway";
import { leanContext, tracesToLangSmith } from "@/workflows/runtime/lean-context.server";
import type { Core } from "./core";
import { tolerateLateRejections } from "./late-rejections";
import { createLive, type Live } from "./live";
import { createOutside, type Outside } from "./outside";
import { createWatch, type Watch } from "./watch";

/** What runs agents in this process, for the server and the command line alike. */
export interface Engine {
  live: Live;
  outside: Outside;
  runs: Runs;
  watch: Watch;
  /** Sends traces, where somebody wants them. */
  sender: Sender;
  breakers: BreakerService;
  /** Makes ready what the first Code node would have to wait for. */
  warm(): void;
  /**
   * Hands over what still runs and lets everything go but the database.
   * @param before done when no run is left, while the connections still stand
   */
  stop(before?: () => Promise<void>): Promise<void>;
}

/** A round of housekeeping must not keep the worker from its own runs for long. */
const mostBatches = 5;

/**
 * @param concurrency runs that this process works on at the same time
 * @param leavesOut events that are not kept: for measuring what keeping them costs
 */
export async function createEngine(
  core: Core,
  concurrency: number,
  leavesOut?: RunsOptions["leavesOut"],
): Promise<Engine> {
  const { database, log, env } = core;
  tolerateLateRejections(log);
  if (!tracesToLangSmith(process.env)) leanContext();
  const outside = createOutside(core);
  const live = await createLive(core);
  const watch = createWatch(core, live, outside, () => (concurrency > 0 ? runs.worker.status() : null));
  const runs: Runs = createRuns({
    database,
    log,
    live,
    servicesOf: async (workspaceId, agents, answers) => outside.nodeServices(workspaceId, agents, answers),
    pricesOf: shared(
      (workspaceId: string) => createPriceGateway(database.db, workspaceId),
      (workspaceId) => workspaceId,
    ),
    concurrency,
    leavesOut,
    publicUrl: env.publicUrl,
    limits: env.runLimits,
    installationQueued: env.installationQueued,
    watch: watch.runs,
    outgoingOf: outgoingBy(database.db, env.telemetry, log),
    count: () => counter.start(),
    housekeep: async () => {
      housekeeper.start();
      for (let batch = 0; batch < mostBatches; batch += 1) if (!(await purgeBatch(database.pool))) break;
    },
  });
  const counter = new RunCounter(database.pool, log);
  const housekeeper = new Housekeeper({
    context: runs.context,
    blobs: outside.blobs,
    defaults: core.env.retention,
    log,
  });
  const sender = new Sender({
    pool: database.pool,
    clock: systemClock,
    log,
    operator: env.telemetry !== undefined,
    open: (targetId) => outside.telemetry.open(targetId),
  });
  return {
    live,
    outside,
    runs,
    watch,
    sender,
    breakers: createBreakerService({
      breakers: outside.breakers,
      bus: live.bus,
      others: () => breakersElsewhere(watch, live.notifier.processId),
    }),
    warm() {
      // Nobody waits for it; a sandbox that cannot start is reported to the Code node that asks for it.
      outside.sandbox.warm().catch(() => {});
    },
    async stop(before = async () => {}) {
      await Promise.all([runs.stop(env.drainMs), housekeeper.stop(), counter.stop()]);
      await sender.stop();
      await before();
      await Promise.all([live.notifier.stop(), outside.close()]);
    },
  };
}

/** A process that shows nothing for so long has no say any more. */
const silentMs = 60_000;

/** What the other processes report of whom they call; where that cannot be read, this one knows its own. */
async function breakersElsewhere(watch: Watch, ownId: number): Promise<BreakerState[]> {
  const { processes } = await watch.installation().catch(() => ({ processes: [] }));
  return processes
    .filter(({ id, seenMsAgo }) => id !== ownId && seenMsAgo < silentMs)
    .flatMap(({ report }) => report?.breakers ?? []);
}
