import type { Pool } from "pg";
import { PgBoss } from "pg-boss";
import { Rounds } from "@/lib/db/rounds";
import type { Log } from "@/lib/log/log";
import { channels } from "@/lib/realtime/notifier";
import { StatementNames } from "./statement-names";

export const queueName = "runs";
/** A worker that sent no heartbeat for this long has lost its job; pg-boss allows no less. */
const heartbeatSeconds = 10;

/** A fetched job: this run has work. What is to be done stands in the database. */
export interface RunJob {
  id: string;
  runId: string;
  workspaceId: string;
  /** How often it was handed out before: an earlier worker fell silent or gave it back. */
  retryCount: number;
}

/** A run that is to be worked on. */
export interface QueuedRun {
  runId: string;
  workspaceId: string;
  /** Higher is taken first. */
  priority: number;
  /** It has begun already, or one that has begun waits for it: it goes before what has not. */
  urgent: boolean;
}

/** A notification holds 8,000 bytes; who is not told of is found all the same. */
const mostTold = 100;

/** More than any two priorities are apart. */
const urgentBonus = 100;

/** A pool, or a connection inside a transaction. */
export interface Connection {
  query(query: { name?: string | undefined; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Runs that wait for a worker: pg-boss on the same Postgres. */
export class RunQueue {
  private readonly boss: PgBoss;
  private readonly names = new StatementNames();
  private readonly completions = new Rounds((jobs: readonly RunJob[]) => this.completeAll(jobs));

  constructor(
    private readonly pool: Pool,
    log: Log,
  ) {
    this.boss = new PgBoss({
      db: this.on(pool),
      schedule: false,
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 5,
      queueCacheIntervalSeconds: 60,
    });
    this.boss.on("error", (error) => log.warn({ err: error }, "queue upkeep failed"));
  }

  /** How pg-boss reaches the database. Without parameters it sends scripts, which cannot be prepared. */
  private on(connection: Connection) {
    return {
      executeSql: (text: string, values: unknown[] = []) =>
        values.length === 0
          ? connection.query(text)
          : connection.query({ name: this.names.nameOf(text), text, values }),
    };
  }

  async start(): Promise<void> {
    await this.boss.start();
    if (await this.boss.getQueue(queueName)) return;
    await this.boss.createQueue(queueName, {
      policy: "standard",
      heartbeatSeconds,
      // Runs end by their own timeout; the queue's is a bound for runs of days.
      expireInSeconds: 86_000,
      retryLimit: 1_000,
      retryDelay: 0,
      deleteAfterSeconds: 600,
    });
  }

  /** Queues a run inside the caller's transaction: the job appears if and when the run does. */
  send(connection: Connection, run: QueuedRun): Promise<void> {
    return this.sendAll(connection, [run]);
  }

  async sendAll(connection: Connection, runs: readonly QueuedRun[]): Promise<void> {
    if (runs.length === 0) return;
    await Promise.all([
      this.sendUntold(connection, runs),
      connection.query("select pg_notify($1, $2)", [channels.jobs, workspacesOf(runs)]),
    ]);
  }

  /** As `sendAll`, for a caller whose own statement tells the workers: notifies `channels.jobs` of the workspace. */
  async sendUntold(connection: Connection, runs: readonly QueuedRun[]): Promise<void> {
    await this.boss.insert(queueName, runs.map(toJob), { db: this.on(connection) });
  }

  /** @param ignoreGroups workspaces whose runs are not wanted now */
  async fetch(count: number, ignoreGroups: readonly string[] = []): Promise<RunJob[]> {
    const jobs = await this.boss.fetch<{ runId: string }>(queueName, {
      batchSize: count,
      includeMetadata: true,
      ignoreGroups: [...ignoreGroups],
    });
    return jobs.map(({ id, data, retryCount, groupId }) => ({
      id,
      runId: data.runId,
      workspaceId: groupId ?? "",
      retryCount,
    }));
  }

  /** Settling is tied to the attempt: a job that was handed out again meanwhile is left alone. */
  async complete(jobs: readonly RunJob[]): Promise<void> {
    await Promise.all(jobs.map((job) => this.completions.add(job)));
  }

  private async completeAll(jobs: readonly RunJob[]): Promise<readonly RunJob[]> {
    await this.boss.complete(queueName, jobs.map(attempt));
    return jobs;
  }

  /** Gives a job back: it can be fetched again at once. */
  async giveBack(job: RunJob): Promise<void> {
    await this.boss.fail(queueName, [attempt(job)]);
    await this.pool.query("select pg_notify($1, $2)", [channels.jobs, job.workspaceId]);
  }

  /** Shows that this process still works on these jobs. */
  async heartbeat(jobs: readonly RunJob[]): Promise<void> {
    if (jobs.length > 0) await this.boss.touch(queueName, jobs.map(attempt));
  }

  async stop(): Promise<void> {
    await this.boss.stop({ graceful: false, close: false });
  }
}

const workspacesOf = (runs: readonly QueuedRun[]) =>
  [...new Set(runs.map(({ workspaceId }) => workspaceId))].slice(0, mostTold).join(" ");

const toJob = ({ runId, workspaceId, priority, urgent }: QueuedRun) => ({
  data: { runId },
  priority: urgent ? priority + urgentBonus : priority,
  group: { id: workspaceId },
});

const attempt = ({ id, retryCount }: RunJob) => ({ id, retryCount });
