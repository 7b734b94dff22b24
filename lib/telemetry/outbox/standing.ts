import type { Pool } from "pg";

/** What a request came to, for whoever looks at the settings. */
export interface Sent {
  spans: number;
  refused: number;
  /** What the receiver said of those. */
  message: string;
}

export async function noteSent(
  pool: Pool,
  targetId: string,
  { spans, refused, message }: Sent,
): Promise<void> {
  await pool.query(
    `update telemetry_targets set sent_spans = sent_spans + $2, refused_spans = refused_spans + $3,
       sent_at = now(), failures = 0, retry_at = null,
       last_error = nullif($4, ''), failed_at = case when $4 = '' then null else now() end
     where id = $1`,
    [targetId, spans, refused, message],
  );
}

/** Nothing more is sent there for a while. */
export async function noteFailure(
  pool: Pool,
  targetId: string,
  failure: { message: string; waitMs: number },
): Promise<void> {
  await pool.query(
    `update telemetry_targets set failures = failures + 1, last_error = $2, failed_at = now(),
       retry_at = now() + $3::float8 * interval '1 millisecond'
     where id = $1`,
    [targetId, failure.message, failure.waitMs],
  );
}

/** A run that cannot be told. */
export async function noteDropped(pool: Pool, targetId: string): Promise<void> {
  await pool.query("update telemetry_targets set dropped_runs = dropped_runs + 1 where id = $1", [targetId]);
}

/** A receiver that is away for longer, or gets more than this, costs traces, not the disk. */
const mostHours = 72;
const mostWaiting = 100_000;

/** Gives up what has waited too long, and counts it. */
export async function giveUp(pool: Pool): Promise<void> {
  await pool.query(
    `with old as (
       select target_id, run_id from (
         select target_id, run_id, due_at, row_number() over (partition by target_id order by due_at desc) as nth
         from telemetry_outbox where due_at is not null
       ) ranked
       where due_at < now() - ${mostHours} * interval '1 hour' or nth > ${mostWaiting}
     ),
     gone as (
       delete from telemetry_outbox o using old
       where o.target_id = old.target_id and o.run_id = old.run_id returning o.target_id
     )
     update telemetry_targets t set dropped_runs = t.dropped_runs + lost.runs
     from (select target_id, count(*) as runs from gone group by target_id) lost where lost.target_id = t.id`,
  );
}
