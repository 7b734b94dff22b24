import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { packedDeltasSchema, packedType, unpackDeltas } from "@/lib/runs/events/packed-deltas";
import { toEvent } from "@/lib/runs/service/read-events";
import type { RunEvent } from "@/workflows/events/event";

/**
 * Events of runs without what was said in them: of a thousand runs that is some megabytes less. Of the pieces in which a
 * model answered only the first is there; what a replay played back costs nothing.
 */
const lightSql = `
with first as (
  select run_id, min(seq) as seq from run_events
  where run_id = any($1) and type = 'model.delta' and data->>'text' <> '' group by run_id, data->>'spanId'
)
select e.run_id as "runId", e.seq, e.ts, e.type, e.node, e.visit, e.ns, case e.type
  when 'run.started' then '{"input":{}}'
  when 'run.finished' then '{"output":null}'
  when 'node.started' then e.data - 'input'
  when 'node.finished' then e.data || '{"update":{}}'
  when 'item.finished' then e.data || '{"output":null}'
  when 'model.started' then e.data - 'request' || '{"messages":[]}'
  when 'model.delta' then e.data || '{"text":"."}'
  when 'model.finished' then e.data - 'response' || '{"message":{"role":"assistant","content":""}}' ||
    case when e.data ? 'played' then '{"usage":null,"costMicros":0}'::jsonb else '{}' end
  when 'tool.started' then e.data || '{"args":null}'
  when 'tool.finished' then e.data || '{"result":null}'
  when 'child.ended' then e.data - 'output'
  when 'http.finished' then e.data || jsonb_build_object('exchange', jsonb_build_object('request',
    jsonb_build_object('method', '', 'headers', '{}'::jsonb, 'url', coalesce(e.data#>'{exchange,request,url}', '""'))))
  else e.data end as data
from run_events e
where e.run_id = any($1) and e.type not in ('log', 'checkpoint.saved', 'replay.diverged')
  and (e.type <> 'model.delta' or exists (select 1 from first f where f.run_id = e.run_id and f.seq = e.seq))
order by e.run_id, e.seq`;

const packedRow = z.object({ runId: z.string(), ts: z.number(), data: packedDeltasSchema });

/** Rows of each run; they are read one by one, so that one that cannot be read spoils no other run. */
export async function lightRows(
  connection: Pool | PoolClient,
  runIds: readonly string[],
): Promise<Map<string, Record<string, unknown>[]>> {
  const { rows } = await connection.query<Record<string, unknown>>(lightSql, [runIds]);
  const found = new Map<string, Record<string, unknown>[]>();
  for (const row of rows) {
    const id = String(row.runId);
    const list = found.get(id) ?? [];
    list.push(row);
    found.set(id, list);
  }
  return found;
}

/** @throws ZodError where a row is none of an event */
export function lightEvents(rows: readonly Record<string, unknown>[]): RunEvent[] {
  return rows.flatMap((row) => {
    if (row.type !== packedType) return [toEvent(row)];
    const { runId, ...packed } = packedRow.parse(row);
    return firstOfEach(unpackDeltas(runId, packed, 0));
  });
}

function firstOfEach(events: readonly RunEvent[]): RunEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    if (event.type !== "model.delta" || event.data.text === "" || seen.has(event.data.spanId)) return false;
    seen.add(event.data.spanId);
    return true;
  });
}
