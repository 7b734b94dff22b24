import type { Pool } from "pg";
import { z } from "zod";

const parcelRows = z.array(
  z.object({ targetId: z.string(), runId: z.string(), sentSeq: z.int(), due: z.string() }),
);
/** A run whose spans this process is to send to a target. */
export type Claimed = z.infer<typeof parcelRows>[number];

/** Whoever dies with it leaves it to others after this time; no round takes so long. */
const claimSeconds = 120;

/**
 * Takes runs that wait for longest, of targets that are not waiting for another attempt themselves.
 * @param operator this process knows the operator's receiver
 */
export async function claimDue(pool: Pool, limit: number, operator: boolean): Promise<Claimed[]> {
  const { rows } = await pool.query({
    name: "claim_telemetry",
    text: `with due as (
        select o.target_id, o.run_id from telemetry_outbox o join telemetry_targets t on t.id = o.target_id
        where t.enabled and (t.workspace_id is not null or $2) and coalesce(t.retry_at <= now(), true)
          and o.due_at <= now() and coalesce(o.claimed_until < now(), true)
        order by o.due_at limit $1 for update of o skip locked
      )
      update telemetry_outbox o set claimed_until = now() + ${claimSeconds} * interval '1 second'
      from due where o.target_id = due.target_id and o.run_id = due.run_id
      returning o.target_id as "targetId", o.run_id as "runId", o.sent_seq as "sentSeq", o.due_at::text as due`,
    values: [limit, operator],
  });
  return parcelRows.parse(rows);
}

/** Gives runs back that were not sent. */
export async function release(pool: Pool, claimed: readonly Claimed[]): Promise<void> {
  if (claimed.length === 0) return;
  await pool.query(
    `update telemetry_outbox o set claimed_until = null
     from unnest($1::text[], $2::text[]) as mine(target_id, run_id)
     where o.target_id = mine.target_id and o.run_id = mine.run_id`,
    [claimed.map(({ targetId }) => targetId), claimed.map(({ runId }) => runId)],
  );
}

/** How far a run was sent. */
export interface Progress {
  claimed: Claimed;
  /** Spans that ended up to this event need not be sent again. */
  sentSeq: number;
  /** Nothing of what there was is left. */
  done: boolean;
  /** The run will have no more spans. */
  over: boolean;
}

/** Writes down what was sent. A run that went on meanwhile stays due. */
export async function settle(pool: Pool, progress: readonly Progress[]): Promise<void> {
  if (progress.length === 0) return;
  await pool.query({
    name: "settle_telemetry",
    text: `with mine as (
        select * from unnest($1::text[], $2::text[], $3::int[], $4::timestamptz[], $5::bool[], $6::bool[])
          as mine(target_id, run_id, sent_seq, due, done, over)
      ),
      gone as (
        delete from telemetry_outbox o using mine
        where o.target_id = mine.target_id and o.run_id = mine.run_id
          and mine.done and mine.over and o.due_at = mine.due
      )
      update telemetry_outbox o set
        sent_seq = greatest(o.sent_seq, mine.sent_seq),
        claimed_until = case when mine.done then null else o.claimed_until end,
        due_at = case when mine.done and o.due_at = mine.due then null else o.due_at end
      from mine
      where o.target_id = mine.target_id and o.run_id = mine.run_id
        and not (mine.done and mine.over and o.due_at = mine.due)`,
    values: [
      progress.map(({ claimed }) => claimed.targetId),
      progress.map(({ claimed }) => claimed.runId),
      progress.map(({ sentSeq }) => sentSeq),
      progress.map(({ claimed }) => claimed.due),
      progress.map(({ done }) => done),
      progress.map(({ over }) => over),
    ],
  });
}
