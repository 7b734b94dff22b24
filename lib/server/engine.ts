import { purgeBatch } from "@/lib/agents/purge-agents";
import { type BreakerService, createBreakerService } from "@/lib/resilience/breaker-service";
import type { BreakerState } from "@/lib/resilience/breaker-state";
import { shared } from "@/lib/resilience/share";
import { Housekeeper } from "@/lib/retention/housekeeper";
import { createRuns, type Runs } from "@/lib/runs/runs";
import { createPriceGateway } from "@/lib/usage/price-gateway";
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

/** @param concurrency runs that this process works on at the same time */
export async function createEngine(core: Core, concurrency: number): Promise<Engine> {
  const { database, log, env } = core;
  tolerateLateRejections(log);
  const outside = createOutside(core);
  const live = await createLive(core);
  const watch = createWatch(core, live, outside, () => (concurrency > 0 ? runs.worker.status() : null));
  const runs: Runs = createRuns({
    database,
    log,
    live,
    servicesOf: async (workspaceId, agents) => outside.nodeServices(workspaceId, agents),
    pricesOf: shared(
      (workspaceId: string) => createPriceGateway(database.db, workspaceId),
      (workspaceId) => workspaceId,
    ),
    concurrency,
    watch: watch.runs,
    housekeep: async () => {
      housekeeper.start();
      for (let batch = 0; batch < mostBatches; batch += 1) if (!(await purgeBatch(database.db))) break;
    },
  });
  const housekeeper = new Housekeeper({ context: runs.context, defaults: core.env.retention, log });
  return {
    live,
    outside,
    runs,
    watch,
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
      await Promise.all([runs.stop(env.drainMs), housekeeper.stop()]);
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
