import type { Pool } from "pg";
import { z } from "zod";
import { type RunEvent, runEventSchema } from "@/workflows/events/event";

const rows = z.array(runEventSchema);

/** Stored events of a run after a number, in order. */
export async function loadEvents(
  pool: Pool,
  runId: string,
  after: number,
  limit: number,
): Promise<RunEvent[]> {
  const found = await pool.query({
    name: "load_run_events",
    text: `select run_id as "runId", seq, ts, type, node, visit, ns, data from run_events
      where run_id = $1 and seq > $2 order by seq limit $3`,
    values: [runId, after, limit],
  });
  return rows.parse(found.rows.map(withoutNulls));
}

function withoutNulls({ node, visit, ...row }: Record<string, unknown>): Record<string, unknown> {
  return { ...row, ...(node !== null && { node }), ...(visit !== null && { visit }) };
}
