import type { Pool } from "pg";
import { z } from "zod";
import { type RunEvent, runEventSchema } from "@/workflows/events/event";
import { mostPacked, packedDeltasSchema, packedType, unpackDeltas } from "../events/packed-deltas";

const packedRowSchema = z.object({ ts: z.number(), data: packedDeltasSchema });

/**
 * Stored events of a run after a number, in order, at most `limit`; fewer only where there are no more. A row of
 * packed deltas, which has the number of its last one, comes as the events it was made of.
 */
export async function loadEvents(
  pool: Pool,
  runId: string,
  after: number,
  limit: number,
): Promise<RunEvent[]> {
  const { rows } = await pool.query({
    name: "load_run_events",
    // Numbers have no gaps, so the page's last event stands in a row of at most so much higher a number.
    text: `select run_id as "runId", seq, ts, type, node, visit, ns, data from run_events
      where run_id = $1 and seq > $2::bigint and seq < $2::bigint + $3::bigint + ${mostPacked} order by seq limit $3`,
    values: [runId, after, limit],
  });
  const events = rows.flatMap((row) =>
    row.type === packedType ? unpacked(runId, row, after) : [toEvent(row)],
  );
  return events.slice(0, limit);
}

const storedRows = z.array(z.object({ id: z.string(), lastSeq: z.int() }));

/** Numbers of the last stored events of runs. */
export async function storedUpTo(pool: Pool, runIds: readonly string[]) {
  const { rows } = await pool.query(`select id, last_seq as "lastSeq" from runs where id = any($1)`, [
    runIds,
  ]);
  return storedRows.parse(rows);
}

function unpacked(runId: string, row: unknown, after: number): RunEvent[] {
  return unpackDeltas(runId, packedRowSchema.parse(row), after);
}

/** An event as its row holds it. */
export function toEvent({ node, visit, ...row }: Record<string, unknown>): RunEvent {
  return runEventSchema.parse({
    ...row,
    ...(node !== null && { node }),
    ...(visit !== null && { visit }),
  });
}
