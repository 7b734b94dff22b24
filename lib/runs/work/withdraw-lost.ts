import type { Pool } from "pg";

/**
 * Takes questions back that a lost worker asked but never stored: the run begins again before them, and asks them anew.
 * @param stored pauses that the run's last checkpoint knows, by LangGraph's id
 */
export async function withdrawLost(pool: Pool, runId: string, stored: readonly string[]): Promise<void> {
  await pool.query(
    `update interrupts set status = 'withdrawn'
     where run_id = $1 and status = 'waiting' and langgraph_id <> all($2::text[])`,
    [runId, stored],
  );
}
