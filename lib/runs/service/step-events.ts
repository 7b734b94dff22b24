import type { Pool } from "pg";
import type { RunEvent } from "@/workflows/events/event";
import { toEvent } from "./read-events";

/** What a run's nodes and steps are told by: enough for the graph as it stood at each, without any large value. */
const told = [
  "run.started",
  "run.resumed",
  "run.finished",
  "run.failed",
  "run.cancelled",
  "checkpoint.saved",
  "node.started",
  "node.finished",
  "node.failed",
  "item.started",
  "item.finished",
  "item.failed",
];

/** Of what a node was given and wrote only the channels are told: the states themselves are read one by one. */
const stepEventsSql = `
select run_id as "runId", seq, ts, type, node, visit, ns, case type
  when 'run.started' then jsonb_build_object('input', '{}'::jsonb)
  when 'run.finished' then jsonb_build_object('output', null)
  when 'node.started' then data - 'input'
  when 'node.finished' then data || jsonb_build_object('update', (
    select coalesce(jsonb_object_agg(key, null), '{}') from jsonb_object_keys(data->'update') as key))
  when 'item.finished' then data || jsonb_build_object('output', null)
  else data end as data
from run_events where run_id = $1 and seq > $2::bigint and type = any($3) order by seq limit $4`;

/** In order, at most `limit`; fewer only where there are no more. */
export async function loadStepEvents(
  pool: Pool,
  runId: string,
  after: number,
  limit: number,
): Promise<RunEvent[]> {
  const { rows } = await pool.query({
    name: "load_step_events",
    text: stepEventsSql,
    values: [runId, after, told, limit],
  });
  return rows.map(toEvent);
}
