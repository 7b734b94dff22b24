import type { PoolClient } from "pg";
import { z } from "zod";
import { amountNames } from "@/workflows/figures/amounts";
import type { FigureKey, Gathered } from "./gather";

/** Of each hour and place, by time and by money. */
const mostTops = 5;

const keyColumns = `"workspaceId" text, "agentId" text, version int, source text, person text, kind text, name text, path text`;
const sameKey = `k.workspace_id = n."workspaceId" and k.kind = n.kind and k.agent_id = n."agentId" and k.version = n.version
  and k.source = n.source and k.person = n.person and k.name = n.name and md5(k.path) = md5(n.path)`;

const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const amountColumns = amountNames.map(column);

const figuresSql = `
insert into figures (key_id, grain, at, ${amountColumns.join(", ")})
select f.key, f.grain, f.at, ${amountNames.map((name) => `f."${name}"`).join(", ")}
from jsonb_to_recordset($1) as f(key int, grain int, at timestamptz, ${amountNames.map((name) => `"${name}" bigint`).join(", ")})
on conflict (key_id, grain, at) do update set
  ${amountColumns.map((name) => `${name} = figures.${name} + excluded.${name}`).join(", ")}`;

const timesSql = `
insert into figure_times (key_id, grain, at, measure, bucket, n)
select t.key, t.grain, t.at, t.measure, t.bucket, t.n
from jsonb_to_recordset($1) as t(key int, grain int, at timestamptz, measure int, bucket int, n int)
on conflict (key_id, grain, at, measure, bucket) do update set n = figure_times.n + excluded.n`;

const topsSql = `
with fresh as (
  select t.* from jsonb_to_recordset($1)
    as t(key int, hour timestamptz, "runId" text, "spanId" text, at timestamptz, "workMs" bigint, micros bigint)
),
places as (select distinct key, hour from fresh),
known as (select f.* from figure_tops f join places p on p.key = f.key_id and p.hour = f.hour),
ranked as (
  select key_id, hour, run_id, span_id, at, work_ms, micros, fresh,
    row_number() over (partition by key_id, hour order by work_ms desc, run_id, span_id) as slow,
    row_number() over (partition by key_id, hour order by micros desc, run_id, span_id) as dear
  from (
    select key_id, hour, run_id, span_id, at, work_ms, micros, false as fresh from known
    union all select key, hour, "runId", "spanId", at, "workMs", micros, true from fresh
  ) as each
),
dropped as (
  delete from figure_tops f using ranked r
  where not r.fresh and r.slow > ${mostTops} and r.dear > ${mostTops}
    and f.key_id = r.key_id and f.hour = r.hour and f.run_id = r.run_id and f.span_id = r.span_id
)
insert into figure_tops (key_id, hour, run_id, span_id, at, work_ms, micros)
select key_id, hour, run_id, span_id, at, work_ms, micros from ranked
where fresh and (slow <= ${mostTops} or (dear <= ${mostTops} and micros > 0))
on conflict do nothing`;

const idRows = z.array(z.object({ at: z.coerce.number(), id: z.int() }));

/** Adds to what is stored. One at a time: the caller holds the lock. */
export async function storeFigures(connection: PoolClient, gathered: Gathered): Promise<void> {
  const ids = await keyIds(connection, gathered.keys);
  const numbered = <Row extends { key: string }>(rows: Iterable<Row>) =>
    JSON.stringify(Array.from(rows, (row) => ({ ...row, key: ids.get(row.key) })));
  await connection.query(figuresSql, [numbered(gathered.figures.values())]);
  await connection.query(timesSql, [numbered(gathered.times.values())]);
  await connection.query(topsSql, [numbered(gathered.tops)]);
}

/** Made where they are new. An insert that finds its row there would use up a number each time. */
async function keyIds(
  connection: PoolClient,
  keys: ReadonlyMap<string, FigureKey>,
): Promise<Map<string, number>> {
  const texts = [...keys.keys()];
  const rows = JSON.stringify([...keys.values()]);
  await connection.query(
    `insert into figure_keys (workspace_id, agent_id, version, source, person, kind, name, path)
     select n."workspaceId", n."agentId", n.version, n.source, n.person, n.kind, n.name, n.path
     from jsonb_to_recordset($1) as n(${keyColumns})
     where not exists (select 1 from figure_keys k where ${sameKey})`,
    [rows],
  );
  const { rows: found } = await connection.query(
    `select n.at, k.id from rows from (jsonb_to_recordset($1) as (${keyColumns})) with ordinality
       as n("workspaceId", "agentId", version, source, person, kind, name, path, at)
     join figure_keys k on ${sameKey}`,
    [rows],
  );
  return new Map(idRows.parse(found).map(({ at, id }) => [texts[at - 1] ?? "", id]));
}
