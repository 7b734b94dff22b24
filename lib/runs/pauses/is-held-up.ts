import type { Pool } from "pg";

/** Shorter waits are work that goes on by itself, as far as whoever waits for the run is concerned. */
const shortWait = "interval '1 minute'";

/**
 * Whether a run goes on soon by itself, or waits for a person, an event or a far time; a run that waits for one it called does so
 * as long as that does.
 */
export async function isHeldUp(pool: Pool, runId: string): Promise<boolean> {
  const { rows } = await pool.query({
    name: "held_up",
    text: `
      with recursive below as (
        select $1::text as id
        union
        select i.child_run_id from below join interrupts i on i.run_id = below.id
        where i.status = 'waiting' and i.kind = 'child' and i.child_run_id is not null
      )
      select exists (
        select 1 from below join runs r on r.id = below.id join interrupts i on i.run_id = below.id
        where r.status = 'interrupted' and i.status = 'waiting'
          and (i.kind in ('human', 'client', 'breakpoint') or
            (i.kind in ('timer', 'event') and coalesce(i.wake_at, 'infinity') > now() + ${shortWait}))
      ) as held`,
    values: [runId],
  });
  return rows[0]?.held === true;
}
