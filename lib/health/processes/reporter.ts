import { hostname } from "node:os";
import type { Env } from "@/lib/env";
import type { Log } from "@/lib/log/log";
import type { Notifier } from "@/lib/realtime/notifier";
import { type Clock, systemClock } from "@/lib/runs/clock";
import { ownerLives } from "@/lib/runs/work/claim";
import program from "@/package.json";
import type { ProcessReport } from "./process-report";

/** So often a process shows that it lives. */
export const reportEveryMs = 5_000;

/** A row of a process that ended without a word is kept this long, so that people see what happened. */
const keptFor = "15 minutes";

const reportSql = `
with gone as (
  delete from processes p
  where p.seen_at < now() - interval '${keptFor}' and p.id <> $1 and not ${ownerLives("p.id")}
)
insert into processes (id, role, host, pid, version, report) values ($1, $2, $3, $4, $5, $6)
on conflict (id) do update set seen_at = now(), report = excluded.report`;

/** A worker that stood for a dead one takes that one's row with it: its leaving is no second loss. */
const signOffSql = `
with own as (delete from processes where id = $1 returning role, started_at)
delete from processes where id = (
  select p.id from processes p, own
  where own.role <> 'web' and p.role <> 'web' and p.seen_at < own.started_at and not ${ownerLives("p.id")}
  order by p.seen_at desc limit 1
)`;

export interface ReporterOptions {
  notifier: Pick<Notifier, "processId" | "query" | "onReconnect">;
  role: Env["role"];
  report(): ProcessReport;
  log: Log;
  clock?: Clock;
}

/**
 * Keeps this process's row among the installation's processes, over the listening connection: a process whose event
 * loop hangs, or whose connection is gone, shows nothing, and that is what the others see.
 */
export class Reporter {
  private readonly clock: Clock;
  private cancelTimer = () => {};
  private sending: Promise<void> | null = null;
  private stopped = false;

  constructor(private readonly options: ReporterOptions) {
    this.clock = options.clock ?? systemClock;
    options.notifier.onReconnect(() => void this.send());
  }

  /** Resolves when the first report is there. */
  async start(): Promise<void> {
    await this.send();
  }

  /** Takes the row away: whoever ends in good order is missed by nobody. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.cancelTimer();
    await this.sending;
    const { notifier, log } = this.options;
    await notifier.query(signOffSql, [notifier.processId]).catch((error) => {
      log.warn({ err: error }, "could not sign off");
    });
  }

  private send(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    this.sending ??= this.sendNow().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private async sendNow(): Promise<void> {
    this.cancelTimer();
    const { notifier, role, log } = this.options;
    try {
      const report = JSON.stringify(this.options.report());
      await notifier.query(reportSql, [
        notifier.processId,
        role,
        hostname(),
        process.pid,
        program.version,
        report,
      ]);
    } catch (error) {
      log.debug({ err: error }, "could not show that this process lives");
    }
    if (!this.stopped) this.cancelTimer = this.clock.after(reportEveryMs, () => void this.send());
  }
}
