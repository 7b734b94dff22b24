import type { Pool } from "pg";
import { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import type { Clock } from "../clock";

const countSql = `
select count(*)::int as waiting from (select 1 from runs where status = 'pending' limit $1) counted`;
const countRow = z.object({ waiting: z.int() });

const retryAfterSeconds = 10;

interface Options {
  pool: Pick<Pool, "query">;
  clock: Pick<Clock, "now">;
  /** Runs of all workspaces that may wait, in the queue or held. */
  limit: number;
  /** How long a count is believed. */
  freshMs?: number;
}

/**
 * Keeps all workspaces together from filling the database with runs that nobody can get to. Counted every two seconds
 * at most, so that what comes in between may exceed the limit by as much.
 */
export class InstallationQueue {
  private waiting = 0;
  private countedAt = Number.NEGATIVE_INFINITY;
  private counting: Promise<void> | undefined;

  constructor(private readonly options: Options) {}

  /** @throws AppError queue_full, as 503: it is not the caller's doing */
  async requireRoom(): Promise<void> {
    const { clock, limit, freshMs = 2_000 } = this.options;
    if (clock.now() - this.countedAt >= freshMs) {
      this.counting ??= this.count().finally(() => {
        this.counting = undefined;
      });
      await this.counting;
    }
    if (this.waiting < limit) return;
    throw new AppError(
      "queue_full",
      `${limit} runs of this installation wait for their turn; that is its limit.`,
      {
        hint: `Try again in ${retryAfterSeconds} s. Whoever runs Signalbox can add workers, or raise INSTALLATION_QUEUED_LIMIT.`,
        data: { retryAfterSeconds, limit },
        unavailable: true,
      },
    );
  }

  private async count(): Promise<void> {
    const { pool, clock, limit } = this.options;
    const { rows } = await pool.query({ name: "installation_queue", text: countSql, values: [limit] });
    this.waiting = countRow.parse(rows[0]).waiting;
    this.countedAt = clock.now();
  }
}
