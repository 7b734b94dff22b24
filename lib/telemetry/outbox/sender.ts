import type { Pool } from "pg";
import type { Log } from "@/lib/log/log";
import type { Clock } from "@/lib/runs/clock";
import { isDatabaseGone } from "@/lib/runs/database-error";
import { spansOf } from "@/workflows/telemetry/run-spans";
import { isSampled } from "@/workflows/telemetry/run-trace";
import type { TelemetrySpan } from "@/workflows/telemetry/telemetry-span";
import type { Outcome } from "../sending/outcome";
import { batches, type Parcel, parcelsOf } from "./batches";
import { type Claimed, claimDue, release, settle } from "./claim";
import { readEndings, readFacts } from "./read-run";
import { giveUp, noteDropped, noteFailure, noteSent } from "./standing";

/** A target as this process sends to it. */
export interface OpenTarget {
  content: boolean;
  share: number;
  send(spans: readonly TelemetrySpan[]): Promise<Outcome>;
}

export interface SenderDeps {
  pool: Pool;
  clock: Clock;
  log: Log;
  /** This process knows the operator's receiver. */
  operator: boolean;
  /** Nothing where the target is gone. @throws what its settings cannot be read for */
  open(targetId: string): Promise<OpenTarget | undefined>;
}

/** So many runs are held in memory at a time. */
const mostRuns = 20;
const idleMs = 2_000;
const sweepMs = 60_000;
/** Well below the time of a claim. */
const longestRoundMs = 45_000;
const longestWaitMs = 5 * 60_000;

/**
 * Sends what ended or paused runs have left in the outbox, one round after the other. A run is never held up by it: it
 * reads what is stored already.
 */
export class Sender {
  private stopped = false;
  private round: Promise<void> | undefined;
  private callOff = () => {};
  private sweptAt = 0;
  /** Failures in a row by target, as far as this process met them. */
  private readonly failures = new Map<string, number>();

  constructor(private readonly deps: SenderDeps) {}

  start(): void {
    this.plan(0);
  }

  /** Starts no more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.callOff();
    await this.round;
  }

  /** Sends what is due now, until nothing is. */
  async flush(): Promise<void> {
    while (await this.sendDue()) if (this.stopped) return;
  }

  private plan(ms: number): void {
    if (this.stopped) return;
    this.callOff = this.deps.clock.after(ms, () => {
      this.round = this.look().finally(() => this.plan(idleMs));
    });
  }

  private async look(): Promise<void> {
    try {
      await this.flush();
      const now = this.deps.clock.now();
      if (now - this.sweptAt < sweepMs) return;
      this.sweptAt = now;
      await giveUp(this.deps.pool);
    } catch (error) {
      this.deps.log.warn({ err: error }, "could not send telemetry; the next round tries again");
    }
  }

  /** One round; whether there may be more. */
  private async sendDue(): Promise<boolean> {
    const { pool, operator } = this.deps;
    const claimed = await claimDue(pool, mostRuns, operator);
    const targets = Map.groupBy(claimed, ({ targetId }) => targetId);
    await Promise.all([...targets].map(([id, runs]) => this.serve(id, runs)));
    return claimed.length === mostRuns;
  }

  private async serve(targetId: string, runs: Claimed[]): Promise<void> {
    const { pool, clock } = this.deps;
    const until = clock.now() + longestRoundMs;
    try {
      const target = await this.deps.open(targetId);
      let held: Parcel[] = [];
      for (const run of target ? runs : []) {
        if (!target || clock.now() > until) break;
        // What fills a request goes out before the next run is read.
        const ready = batches([...held, ...(await this.parcelsFor(target, run))]);
        held = ready.pop() ?? [];
        for (const batch of ready) if (!(await this.sendBatch(targetId, target, batch))) return;
      }
      if (target) await this.sendBatch(targetId, target, held);
    } catch (error) {
      await this.fail(targetId, { message: error instanceof Error ? error.message : String(error) });
    } finally {
      // Of those that are dealt with nothing is left to give back.
      await release(pool, runs);
    }
  }

  private async parcelsFor(target: OpenTarget, claimed: Claimed): Promise<Parcel[]> {
    const { pool } = this.deps;
    const found = await readFacts(pool, claimed.runId);
    if (!found) return [];
    const { facts, over } = found;
    const isTold = isSampled(facts.runId, facts.trace, target.share);
    if (!isTold) return parcelsOf([], { claimed, over, upTo: claimed.sentSeq });
    try {
      const endings = await readEndings(pool, facts.runId, target);
      const told = spansOf(facts, endings, claimed.sentSeq, target);
      return parcelsOf(told, { claimed, over, upTo: endings.view.seq });
    } catch (error) {
      if (isDatabaseGone(error)) throw error;
      // One run that cannot be told must not hold up all that come after it.
      this.deps.log.error(
        { err: error, run: facts.runId },
        "the trace of a run cannot be told; it is not sent",
      );
      await noteDropped(pool, claimed.targetId);
      return parcelsOf([], { claimed, over, upTo: claimed.sentSeq });
    }
  }

  private async sendBatch(targetId: string, target: OpenTarget, batch: Parcel[]): Promise<boolean> {
    const spans = batch.flatMap((parcel) => parcel.spans);
    if (spans.length > 0 && !(await this.deliver(targetId, target, spans))) return false;
    await settle(
      this.deps.pool,
      batch.map(({ progress }) => progress),
    );
    return true;
  }

  /** Whether these spans are dealt with, one way or the other. */
  private async deliver(targetId: string, target: OpenTarget, spans: TelemetrySpan[]): Promise<boolean> {
    const { pool } = this.deps;
    const outcome = await target.send(spans);
    if (outcome.kind === "later") {
      await this.fail(targetId, outcome);
      return false;
    }
    if (outcome.kind === "too-large" && spans.length > 1) {
      const half = Math.ceil(spans.length / 2);
      const first = await this.deliver(targetId, target, spans.slice(0, half));
      return first && (await this.deliver(targetId, target, spans.slice(half)));
    }
    const refused = outcome.kind === "taken" ? Math.min(outcome.refused, spans.length) : spans.length;
    this.failures.delete(targetId);
    await noteSent(pool, targetId, { spans: spans.length - refused, refused, message: outcome.message });
    return true;
  }

  /** Waits longer each time, or as long as the receiver asks for. */
  private async fail(
    targetId: string,
    { message, retryAfterMs = 0 }: { message: string; retryAfterMs?: number | undefined },
  ): Promise<void> {
    const failures = (this.failures.get(targetId) ?? 0) + 1;
    this.failures.set(targetId, failures);
    const waitMs = Math.min(longestWaitMs, Math.max(retryAfterMs, 1_000 * 2 ** Math.min(failures, 12)));
    this.deps.log.debug({ target: targetId, waitMs }, `telemetry was not taken: ${message}`);
    await noteFailure(this.deps.pool, targetId, { message, waitMs });
  }
}
