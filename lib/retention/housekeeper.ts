import type { Pool } from "pg";
import { z } from "zod";
import { writeAudit } from "@/lib/audit/audit";
import type { BlobStore } from "@/lib/files/blob-store";
import { sweepBlobs } from "@/lib/files/sweep-blobs";
import type { Log } from "@/lib/log/log";
import { type Clock, pause, systemClock } from "@/lib/runs/clock";
import type { StateContext } from "@/lib/runs/service/turn-messages";
import { alone } from "./alone";
import { type Deleted, nothing, sum } from "./batch";
import { forgetEvents } from "./forget-events";
import { forgetRuns } from "./forget-runs";
import { type Limits, limitsOf, type RetentionDefaults, storedRetention } from "./limits";
import { endedRuns, packRun } from "./pack-events";
import { type OldThread, pruneStates, threadsWithOldStates } from "./prune-states";
import { sweepAnswers } from "./sweep-answers";
import { sweepKeys } from "./sweep-keys";

export interface HousekeeperOptions {
  context: StateContext;
  /** What files hold. */
  blobs: BlobStore;
  defaults: RetentionDefaults;
  log: Log;
  clock?: Clock;
  /** How long a run has to be over before its deltas are packed. */
  restSeconds?: number;
}

/** A round goes on with what is left in the next minute. */
const roundMs = 30_000;
/** Between two batches, for everybody else's work. */
const restMs = 10;
const mostEnded = 100;
const mostThreads = 50;

const workspaceRows = z.array(z.object({ id: z.string(), retention: z.unknown() }));

/**
 * Cleans up after runs and deletes what has outlived its time, in small batches, one process at a time. Rounds are
 * started by a worker's patrol, which does not wait for them.
 */
export class Housekeeper {
  private round: Promise<void> | null = null;
  private stopping = false;
  private until = 0;
  private readonly clock: Clock;
  private readonly pool: Pool;

  constructor(private readonly options: HousekeeperOptions) {
    this.clock = options.clock ?? systemClock;
    this.pool = options.context.pool;
  }

  /** Starts a round unless one is under way. Never throws. */
  start(): void {
    if (this.stopping || this.round) return;
    this.round = this.keepHouse()
      .catch((error: unknown) => this.options.log.warn({ err: error }, "could not clean up"))
      .finally(() => {
        this.round = null;
      });
  }

  /** Starts no more, and waits for the batch under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.round;
  }

  /** A whole round. Another process that is at it does it for this one. */
  async keepHouse(): Promise<void> {
    this.until = this.clock.now() + roundMs;
    await alone(this.pool, async () => {
      const workspaces = await this.limits();
      await this.cleanUp(workspaces);
      for (const [id, limits] of workspaces) {
        await this.attempt("delete old data of a workspace", async () => {
          await this.report(id, await this.forget(id, limits));
        });
      }
      await this.repeat(() => sweepKeys(this.pool));
      await this.repeat(() => sweepAnswers(this.pool));
      const { blobs } = this.options;
      await this.attempt("remove what deleted files held", () =>
        this.repeat(() => sweepBlobs({ pool: this.pool, blobs })),
      );
    });
  }

  private async limits(): Promise<Map<string, Limits>> {
    const { rows } = await this.pool.query("select id, retention from workspaces");
    const limits = workspaceRows
      .parse(rows)
      .map(({ id, retention }) => [id, limitsOf(storedRetention(retention), this.options.defaults)] as const);
    return new Map(limits);
  }

  /** What every run's end leaves to do: its deltas, and checkpoints of its thread that nobody looks at any more. */
  private async cleanUp(workspaces: Map<string, Limits>): Promise<void> {
    const { defaults, restSeconds } = this.options;
    await this.repeat(async () => {
      const ended = await endedRuns(this.pool, mostEnded, restSeconds);
      const long = ended.filter(({ withStates }) => withStates > defaults.checkpointRuns);
      const threads = new Map(long.map(({ threadId, workspaceId }) => [threadId, workspaceId]));
      for (const [threadId, workspaceId] of threads) {
        await this.prune(threadId, workspaces.get(workspaceId)?.checkpoints ?? null);
      }
      for (const run of ended) {
        if (this.isOver()) return false;
        await this.attempt("pack a run's events", () => packRun(this.pool, run));
      }
      return ended.length === mostEnded;
    });
  }

  private async forget(workspaceId: string, { runs, events, checkpoints }: Limits): Promise<Deleted> {
    let all = nothing;
    const batch = (work: () => Promise<Deleted>) =>
      this.repeat(async () => {
        const deleted = await work();
        all = sum(all, deleted);
        return deleted.more;
      });
    if (runs !== null) await batch(() => forgetRuns(this.pool, workspaceId, runs));
    if (events !== null) await batch(() => forgetEvents(this.options.context, workspaceId, events));
    return checkpoints === null ? all : sum(all, await this.forgetStates(workspaceId, checkpoints));
  }

  /** Threads that are in use, or cannot give up anything yet, are passed by. */
  private async forgetStates(workspaceId: string, days: number): Promise<Deleted> {
    let all = nothing;
    let after: OldThread | undefined;
    await this.repeat(async () => {
      const page = await threadsWithOldStates(this.pool, workspaceId, { days, after, limit: mostThreads });
      after = page.at(-1);
      for (const threadId of new Set(page.map((old) => old.threadId))) {
        all = sum(all, { checkpoints: await this.prune(threadId, days) });
      }
      return page.length === mostThreads;
    });
    return all;
  }

  /** @returns rows deleted */
  private async prune(threadId: string, days: number | null): Promise<number> {
    const { context, defaults } = this.options;
    let deleted = 0;
    await this.attempt("prune a conversation's checkpoints", async () => {
      if (!this.isOver())
        deleted = await pruneStates(context, threadId, { runs: defaults.checkpointRuns, days });
    });
    return deleted;
  }

  private async attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.options.log.warn({ err: error }, `could not ${what}`);
    }
  }

  private async report(workspaceId: string, { more: _more, ...deleted }: Deleted): Promise<void> {
    if (Object.values(deleted).every((count) => count === 0)) return;
    await writeAudit(this.options.context.db, {
      actor: "system",
      workspaceId,
      action: "deleteOldData",
      target: { kind: "workspace", id: workspaceId },
      data: deleted,
    });
  }

  private async repeat(batch: () => Promise<boolean>): Promise<void> {
    while (!this.isOver() && (await batch())) await pause(this.clock, restMs);
  }

  private isOver(): boolean {
    return this.stopping || this.clock.now() > this.until;
  }
}
