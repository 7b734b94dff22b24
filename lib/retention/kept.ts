import type { Pool } from "pg";
import { z } from "zod";
import type { KeptThing } from "@/lib/api/contract/retention";
import { checkpointSchema } from "@/lib/db/migrate";
import type { Limits } from "./limits";

const number = z.coerce.number();
const time = z
  .date()
  .nullable()
  .transform((date) => date?.toISOString() ?? null);

const amountsRow = z.object({ runs: number, conversations: number, events: number, checkpoints: number });
/** How many runs there are, and how many of them still have their events and checkpoints. */
export type Amounts = z.infer<typeof amountsRow>;

/** What a workspace holds, and what the whole installation takes up on disk for it. */
export async function amounts(pool: Pool, workspaceId: string): Promise<Amounts> {
  const { rows } = await pool.query(
    `select count(*) as runs, count(distinct thread_id) as conversations,
       count(*) filter (where events_deleted_at is null) as events,
       count(*) filter (where states_deleted_at is null) as checkpoints
     from runs where workspace_id = $1`,
    [workspaceId],
  );
  return amountsRow.parse(rows[0]);
}

/** Bytes on disk, of all workspaces: to tell them apart every row would have to be read. */
export async function bytesOnDisk(pool: Pool): Promise<Record<KeptThing, number>> {
  const { rows } = await pool.query(
    `select pg_total_relation_size('runs') as runs, pg_total_relation_size('run_events') as events,
       (select sum(pg_total_relation_size(format('%I.%I', $1::text, t)))
        from unnest(array['checkpoints', 'checkpoint_blobs', 'checkpoint_writes']) t) as checkpoints`,
    [checkpointSchema],
  );
  return z.object({ runs: number, events: number, checkpoints: number }).parse(rows[0]);
}

/** The latest run of a conversation keeps its states unless it ended well: it can be tried again from its start. */
const givesUpStates = `states_deleted_at is null and (status = 'success' or exists (
  select 1 from runs n where n.thread_id = r.thread_id and (n.created_at, n.id) > (r.created_at, r.id)
))`;
const still: Record<KeptThing, string> = {
  runs: "true",
  events: "events_deleted_at is null",
  checkpoints: givesUpStates,
};

/** When the oldest of each will have outlived its time; null: never, or there is none. */
export async function nextDeletions(
  pool: Pool,
  workspaceId: string,
  limits: Limits,
): Promise<Record<KeptThing, string | null>> {
  const next = async (thing: KeptThing) => {
    if (limits[thing] === null) return null;
    const { rows } = await pool.query(
      `select min(ended_at) + make_interval(days => $2) as at from runs r
       where workspace_id = $1 and ended_at is not null and ${still[thing]}`,
      [workspaceId, limits[thing]],
    );
    return z.object({ at: time }).parse(rows[0]).at;
  };
  const [runs, events, checkpoints] = await Promise.all([next("runs"), next("events"), next("checkpoints")]);
  return { runs, events, checkpoints };
}

/** Of how many runs each would be deleted now. */
export async function overdue(
  pool: Pool,
  workspaceId: string,
  limits: Limits,
): Promise<Record<KeptThing, number>> {
  const count = async (thing: KeptThing) => {
    if (limits[thing] === null) return 0;
    const { rows } = await pool.query(
      `select count(*) as count from runs r
       where workspace_id = $1 and ended_at < now() - make_interval(days => $2) and ${still[thing]}`,
      [workspaceId, limits[thing]],
    );
    return number.parse(rows[0]?.count);
  };
  const [runs, events, checkpoints] = await Promise.all([
    count("runs"),
    count("events"),
    count("checkpoints"),
  ]);
  return { runs, events, checkpoints };
}
