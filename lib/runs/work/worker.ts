import { AsyncLocalStorage } from "node:async_hooks";
import { RunControl } from "@langchain/langgraph";
import type { Pool } from "pg";
import type { Log } from "@/lib/log/log";
import { FairFetch } from "@/lib/queue/fair-fetch";
import { Pump } from "@/lib/queue/pump";
import type { RunJob, RunQueue } from "@/lib/queue/run-queue";
import { channels, type Notifier } from "@/lib/realtime/notifier";
import type { CompiledAgent } from "@/workflows/runtime/graph";
import type { PriceGateway } from "@/workflows/runtime/ports";
import { duringRun } from "@/workflows/telemetry/current-span.server";
import { type Clock, pause } from "../clock";
import type { Recorder } from "../events/recorder";
import { openRecording } from "../recording/open-recording";
import type { Aftermath } from "./aftermath";
import { type Claim, claimRuns, suspectsAmong } from "./claim";
import { currentRunOf, type OutgoingOf } from "./current-run";
import { drainRuns } from "./drain";
import { type ExecutorDeps, executeRun, type Verdict } from "./executor";
import { loadHistory } from "./history";
import { callDepth } from "./lineage";
import { LiveRun } from "./live-run";
import { queueLastingOrphans, queueOrphans } from "./orphans";
import { Patrol } from "./patrol";
import { StartTurn } from "./start-turn";
import { Starts } from "./starts";
import { Suspects } from "./suspects";
import { Visits } from "./visits";
import type { WorkStatus } from "./work-status";

export interface WorkerDeps extends ExecutorDeps {
  pool: Pool;
  queue: RunQueue;
  notifier: Notifier;
  recorder: Recorder;
  clock: Clock;
  log: Log;
  aftermath: Aftermath;
  /** The graph of a claimed run, compiled; kept per version. */
  agentOf(claim: Claim): Promise<CompiledAgent>;
  pricesOf(workspaceId: string): Promise<PriceGateway>;
  /** What services that a run calls are told of its trace; absent: nothing. */
  outgoingOf?: OutgoingOf | undefined;
  /** Pauses came, or were withdrawn. */
  onInbox(claim: Claim): void;
  /** Every second: runs whose time to wait is over go on. */
  wake(): Promise<void>;
  /** Every minute: removes what has outlived its time. */
  housekeep?: (() => Promise<void>) | undefined;
  /** Runs at the same time. */
  concurrency: number;
}

/** A run that met a database in trouble is not handed out again before this time. */
const recoveryMs = 1_000;

interface Active {
  run: LiveRun;
  control: RunControl;
  done: Promise<void>;
}

/** Takes runs from the queue and works on them until it is told to stop. */
export class Worker {
  private readonly active = new Map<string, Active>();
  private readonly pump: Pump<RunJob>;
  private readonly fair: FairFetch<RunJob>;
  private readonly suspects = new Suspects(() => this.runs());
  private readonly patrol: Patrol;
  private readonly starts: Starts;
  /** Runs that only wait for a run they called: their place is lent to others, so that calls cannot block. */
  private lent = 0;
  private draining = false;
  private orphanRound: Promise<void> | undefined;
  /**
   * A run may be taken because another run's tool call queued it. LangGraph carries the caller's config along the
   * asynchronous context, so every run starts from the context in which the worker was made.
   */
  private readonly fromOutside = AsyncLocalStorage.snapshot();

  constructor(private readonly deps: WorkerDeps) {
    this.starts = new Starts(deps.clock);
    this.fair = new FairFetch({
      fetch: (count, ignoreGroups) => deps.queue.fetch(count, ignoreGroups),
      held: () => this.heldByWorkspace(),
      places: deps.concurrency,
      clock: deps.clock,
    });
    this.pump = new Pump({
      fetch: (count) => this.fair.fetch(count),
      start: (jobs) => this.begin(jobs),
      room: () => this.room(),
      onError: (error) => deps.log.warn({ err: error }, "could not fetch runs"),
      clock: deps.clock,
    });
    this.patrol = new Patrol({
      clock: deps.clock,
      log: deps.log,
      look: async () => void (await Promise.all([this.look(), deps.wake()])),
      recover: async () => {
        // Takes a while where one is found; cancels and heartbeats do not wait for it.
        this.orphanRound ??= queueLastingOrphans(deps.pool, deps.queue, deps.clock)
          .catch((error: unknown) => deps.log.warn({ err: error }, "could not look for orphaned runs"))
          .finally(() => {
            this.orphanRound = undefined;
          });
        await deps.aftermath.sweep();
      },
      housekeep: deps.housekeep,
    });
  }

  /** Also takes up at once what a killed process left behind. */
  async start(): Promise<void> {
    this.deps.notifier.on(channels.jobs, (payload) => this.heard(payload));
    this.deps.notifier.on(channels.cancel, (payload) => this.cancel(payload));
    this.deps.notifier.onReconnect(() => this.pump.wake());
    await queueOrphans(this.deps.pool, this.deps.queue);
    this.patrol.start();
    this.pump.wake();
  }

  /** Takes no new work; runs stop at their next step within `patienceMs` or are cut off, and go on elsewhere. */
  async drain(patienceMs: number): Promise<void> {
    this.draining = true;
    await this.pump.stop();
    await this.guarded(async () => {
      for (const job of this.suspects.takeAll()) await this.deps.queue.giveBack(job);
    });
    await drainRuns(this.deps.clock, patienceMs, [...this.active.values()], () => this.lent);
    this.patrol.stop();
  }

  /** Forgets everything without a word, as a killed process would. For tests. */
  async abandon(): Promise<void> {
    this.patrol.stop();
    await this.pump.stop();
  }

  /** Lends a waiting run's place to the run it waits for. */
  async lend<Value>(wait: () => Promise<Value>): Promise<Value> {
    this.lent += 1;
    this.pump.freed();
    try {
      return await wait();
    } finally {
      this.lent -= 1;
    }
  }

  status(): WorkStatus {
    const heard = [...this.active.values()].map(({ run }) => run.heardAt);
    return {
      places: this.deps.concurrency,
      active: this.active.size,
      room: this.room(),
      fetchedAt: this.pump.fetchedAt,
      walkedAt: this.patrol.walkedAt,
      quietSince: heard.length > 0 ? Math.min(...heard) : null,
      draining: this.draining,
    };
  }

  private room(): number {
    return this.deps.concurrency - this.active.size + this.lent;
  }

  private async begin(jobs: RunJob[]): Promise<void> {
    const { pool, processId, queue } = this.deps;
    const claims = await claimRuns(pool, processId, jobs, this.suspects.seats);
    const turn = new StartTurn();
    for (const claim of claims) {
      await turn.next();
      this.beginRun(claim);
    }
    const claimed = new Set(claims.map(({ job }) => job));
    const rest = jobs.filter((job) => !claimed.has(job));
    const parked = await suspectsAmong(pool, processId, rest);
    this.suspects.park(parked);
    await queue.complete(rest.filter((job) => !parked.includes(job)));
  }

  /** After a run that may have brought this worker down has got on or ended: the next of them. */
  private beginSuspect(): void {
    if (this.draining) return;
    const jobs = this.suspects.take();
    if (jobs.length > 0) void this.guarded(() => this.begin(jobs));
  }

  private *runs(): Iterable<LiveRun> {
    for (const { run } of this.active.values()) yield run;
  }

  private heldByWorkspace(): Map<string, number> {
    const held = new Map<string, number>();
    for (const { claim } of this.runs()) held.set(claim.workspaceId, (held.get(claim.workspaceId) ?? 0) + 1);
    return held;
  }

  /** Runs of these workspaces came into the queue. */
  private heard(payload: string): void {
    for (const workspaceId of payload.split(" ")) if (workspaceId) this.fair.hear(workspaceId);
    this.pump.wake();
  }

  private beginRun(claim: Claim): void {
    // The same run may have been taken over by this very process, after it had hung for a while.
    this.active.get(claim.id)?.run.stop("lost");
    const control = new RunControl();
    const visits = new Visits();
    const { starts } = this;
    const run = new LiveRun(claim, visits, { ...this.deps, starts, onCleared: () => this.beginSuspect() });
    if (claim.cancelRequested) run.stop("cancelled");
    const entry: Active = { run, control, done: Promise.resolve() };
    this.active.set(claim.id, entry);
    entry.done = this.fromOutside(() => this.execute(entry, visits)).finally(() => {
      run.start?.hasBegun();
      if (this.active.get(claim.id) === entry) this.active.delete(claim.id);
      this.pump.freed();
      this.beginSuspect();
    });
  }

  private executeInside({ run, control }: Pick<Active, "run" | "control">, visits: Visits): Promise<Verdict> {
    const { claim } = run;
    return executeRun(this.deps, run, async () => {
      const [agent, history, recording] = await Promise.all([
        this.deps.agentOf(claim),
        run.isFresh ? undefined : loadHistory(this.deps.pool, claim.id),
        openRecording(this.deps.pool, run),
      ]);
      run.recordOn(recording, agent.isRecorded);
      visits.recall(history?.visits ?? [], agent.durability);
      run.depth = await callDepth(this.deps.pool, claim.parentRunId);
      const prices = () => this.deps.pricesOf(claim.workspaceId);
      return { agent, prices, control, remainingMs: agent.timeoutMs - (history?.spentMs ?? 0) };
    });
  }

  private async execute({ run, control }: Active, visits: Visits): Promise<void> {
    const { claim } = run;
    const current = await currentRunOf(claim, this.deps.outgoingOf);
    const verdict = await duringRun(current, () => this.executeInside({ run, control }, visits));
    if (run.paused || run.hasOldPauses) this.deps.onInbox(claim);
    if (verdict === "done") {
      const { id: runId, workspaceId, threadId } = claim;
      this.deps.aftermath.afterRun({ runId, workspaceId, threadId });
    }
    // Where it fails the job's heartbeat ends with this process's work on it, and the queue hands it out again.
    await this.guarded(async () => {
      if (verdict === "done") await this.deps.queue.complete([claim.job]);
      if (verdict === "later") await pause(this.deps.clock, recoveryMs);
      if (verdict === "handOver" || verdict === "later") await this.giveBack(claim);
    });
  }

  /** Nobody died with it: whoever takes it next must not think so. */
  private async giveBack({ id, epoch, job }: Claim): Promise<void> {
    await this.deps.pool.query("update runs set worker_id = null where id = $1 and epoch = $2", [id, epoch]);
    await this.deps.queue.giveBack(job);
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.deps.log.warn({ err: error }, "could not settle jobs of runs");
    }
  }

  private cancel(payload: string): void {
    const [runId = "", ...name] = payload.split(" ");
    const run = this.active.get(runId)?.run;
    if (!run) return;
    run.cancelledBy ??= name.join(" ") || undefined;
    run.stop("cancelled");
  }

  /** Shows the queue that the work goes on, and finds cancels and takeovers whose message was lost. */
  private async look(): Promise<void> {
    const runs = [...this.runs()];
    await this.deps.queue.heartbeat([...runs.map(({ claim }) => claim.job), ...this.suspects.jobs]);
    if (runs.length === 0) return;
    const { rows } = await this.deps.pool.query(
      `select r.id, r.epoch <> mine.epoch as lost from runs r
       join unnest($1::text[], $2::int[]) as mine(id, epoch) on mine.id = r.id
       where r.epoch <> mine.epoch or r.cancel_requested_at is not null`,
      [runs.map(({ runId }) => runId), runs.map(({ claim }) => claim.epoch)],
    );
    for (const { id, lost } of rows) this.active.get(String(id))?.run.stop(lost ? "lost" : "cancelled");
  }
}
