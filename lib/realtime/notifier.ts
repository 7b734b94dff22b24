import { randomInt } from "node:crypto";
import pg from "pg";
import type { Log } from "@/lib/log/log";
import { type Clock, systemClock } from "@/lib/runs/clock";

/** What one process tells the others through Postgres. */
export const channels = {
  /** `<process id> <run id>:<last seq>,…` */
  events: "signalbox_events",
  /** `<workspace id> …`: runs of these wait in the queue. */
  jobs: "signalbox_jobs",
  /** `<run id>`: somebody asked to cancel it. */
  cancel: "signalbox_cancel",
  /** `<workspace id> <agent id> <run id> <status>`: a run came or changed its status; told by triggers on `runs`. */
  runs: "signalbox_runs",
  /** JSON of lib/realtime/bus.ts. */
  bus: "signalbox_bus",
} as const;
export type Channel = (typeof channels)[keyof typeof channels];

/** First key of the advisory lock that a process holds while it lives; its own number is the second. */
export const livenessLock = 1_936_288_887;

/** A connection that nobody has anything to say over looks like one that a network has forgotten: so it is asked. */
const askEveryMs = 5_000;
const answerMs = 5_000;

export interface NotifierOptions {
  url: string;
  log: Log;
  clock?: Clock;
  /** How often the connection is asked whether it still stands, and how long its answer may take. */
  askEveryMs?: number;
  answerMs?: number;
}

/**
 * This process's one listening connection. It also holds the lock that shows the others that it lives: the lock
 * falls with the connection, however the process ends.
 */
export class Notifier {
  /** Number of this process; new at every start. */
  readonly processId = randomInt(1, 2 ** 31 - 1);
  private readonly handlers = new Map<Channel, Set<(payload: string) => void>>();
  private readonly reconnected = new Set<() => void>();
  private client: pg.Client | null = null;
  private stopped = false;
  private failures = 0;
  private readonly clock: Clock;

  constructor(private readonly options: NotifierOptions) {
    this.clock = options.clock ?? systemClock;
  }

  async start(): Promise<void> {
    await this.connect();
  }

  /** Calls back for every notification, this process's own included. Returns how to stop. */
  on(channel: Channel, handler: (payload: string) => void): () => void {
    const set = this.handlers.get(channel) ?? new Set();
    this.handlers.set(channel, set.add(handler));
    return () => set.delete(handler);
  }

  /** Calls back after a lost connection is back: notifications may have been missed. */
  onReconnect(handler: () => void): void {
    this.reconnected.add(handler);
  }

  /**
   * Asks the database over the listening connection: costs no other, and waits for none when all are in use.
   * @throws Error while the connection is lost
   */
  async query(text: string, values: unknown[]): Promise<pg.QueryResult> {
    if (!this.client) throw new Error("The listening database connection is lost.");
    return this.client.query(text, values);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    const client = this.client;
    this.client = null;
    await client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.url,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      query_timeout: this.options.answerMs ?? answerMs,
      application_name: "signalbox-listener",
    });
    client.on("notification", ({ channel, payload }) => this.deliver(channel, payload ?? ""));
    client.on("error", (error) => this.lost(client, error));
    client.on("end", () => this.lost(client));
    try {
      await client.connect();
      await client.query(this.greeting());
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
    this.client = client;
    this.failures = 0;
    this.askLater(client);
  }

  /** The server may not know yet that an earlier connection of this process is gone; its lock would keep us waiting. */
  private greeting(): string {
    const listens = Object.values(channels).map((channel) => `listen ${channel}`);
    return `${listens.join("; ")};
      select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and classid = ${livenessLock} and objid = ${this.processId} and objsubid = 2
        and database = (select oid from pg_database where datname = current_database()) and pid <> pg_backend_pid();
      select pg_advisory_lock(${livenessLock}, ${this.processId})`;
  }

  private askLater(client: pg.Client): void {
    this.clock.after(this.options.askEveryMs ?? askEveryMs, () => {
      if (this.stopped || this.client !== client) return;
      client.query("select 1").then(
        () => this.askLater(client),
        (error: Error) => this.lost(client, error),
      );
    });
  }

  private deliver(channel: string, payload: string): void {
    for (const [name, handlers] of this.handlers) {
      if (name !== channel) continue;
      for (const handler of handlers) handler(payload);
    }
  }

  private lost(client: pg.Client, error?: Error): void {
    if (this.stopped || this.client !== client) return;
    this.client = null;
    this.options.log.warn({ err: error }, "lost the listening database connection");
    client.end().catch(() => {});
    this.retry();
  }

  private retry(): void {
    const wait = Math.min(2_000, 100 * 2 ** this.failures);
    this.failures += 1;
    this.clock.after(wait, () => void this.reconnect());
  }

  private async reconnect(): Promise<void> {
    if (this.stopped) return;
    try {
      await this.connect();
      for (const handler of this.reconnected) handler();
    } catch (error) {
      this.options.log.debug({ err: error }, "cannot listen to the database yet");
      this.retry();
    }
  }
}
