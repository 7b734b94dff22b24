import type { Pool } from "pg";

export interface SeedWish {
  workspaceId: string;
  /** The first gets half of the runs, the second a quarter, and so on. */
  agentIds: readonly string[];
  /** Starts every tenth run; the rest come through the API. */
  userId: string | null;
  count: number;
  onProgress?: (done: number) => void;
}

const batch = 20_000;

/**
 * One row of numbers a run, the same ones every time: `n` counts from the oldest, `dice` are evenly spread from 0 to
 * 999,999. Everything about a run follows from them, so that a list can be asked for what is common and what is rare.
 */
const dice = `
select n, ((n::bigint * 7919 + 104729) % 1000003)::int % 1000000 as a, ((n::bigint * 15485863 + 32452843) % 1000003)::int % 1000000 as b,
  now() - (($4::int - n) * interval '90 days' / $4::int) as at
from generate_series($5::int, $6::int) n`;

const words = `(array['refund','invoice','parcel','password','booking','newsletter','contract','holiday'])[1 + b % 8]`;
const status = `case when a < 30000 then 'error' when a < 35000 then 'timeout' when a < 45000 then 'cancelled'
  when a < 45200 and n > $4::int * 0.9 then 'interrupted' else 'success' end`;
const agent = `($2::text[])[least(cardinality($2::text[]), 1 + floor(-log(2.0, greatest(b, 1) / 1000000.0))::int)]`;

const insertSql = `
with dice as (${dice}),
rows as (
  select 'run_seed' || lpad(n::text, 9, '0') as id, 'thr_seed' || lpad(n::text, 9, '0') as thread, n, a, b, at,
    ${agent} as agent, ${status} as status, ${words} as word
  from dice
),
threads as (
  insert into threads (id, workspace_id, agent_id, title, status, source, created_at, updated_at)
  select thread, $1, agent, word, 'idle', 'api', at, at from rows returning id
),
made as (
  insert into runs (id, workspace_id, agent_id, thread_id, version, source, status, input, output, problem, last_seq,
    input_tokens, output_tokens, cost_micros, created_by, compacted_at, created_at, started_at, ended_at)
  select id, $1, agent, thread, case when a % 5000 = 7 then 1 else 2 + (n * 3 / $4::int) end,
    case when n % 10 = 0 then 'chat' else 'api' end, status,
    jsonb_build_object('question', 'What about my ' || word || ' number ' || b || '?' ||
      case when a % 100000 = 5 then ' It is a platypus.' else '' end),
    case when status = 'success' then to_jsonb('Your ' || word || ' is settled.') end,
    case status when 'error' then jsonb_build_object('code',
      case when a % 1000 = 3 then 'sql_failed' else (array['model_unavailable','tool_failed','http_failed'])[1 + b % 3] end,
      'message', 'It failed.') when 'timeout' then '{"code":"run_timeout","message":"It took too long."}'::jsonb end,
    40, 200 + b % 2000, 50 + a % 800, (b % 9000) + case when a % 20000 = 9 then 2000000 else 0 end,
    case when n % 10 = 0 then $3 end, at, at, at + interval '3 ms',
    case when status <> 'interrupted' then at + (200 + a % 9000 + case when b % 20000 = 11 then 600000 else 0 end) * interval '1 ms' end
  from rows returning id, created_at
),
texts as (
  insert into run_texts (run_id, workspace_id, text, created_at)
  select id, $1, lower(id || ' {"question": "What about my ' || word || ' number ' || b || '?' ||
    case when a % 100000 = 5 then ' It is a platypus.' else '' end || '"}'), at from rows
  where status <> 'interrupted'
),
said as (
  insert into feedback (id, workspace_id, agent_id, run_id, thread_id, target, name, kind, score, min, max, comment,
    source, author, run_created_at)
  select 'fb_' || name || n, $1, agent, id, thread, '', name, case name when 'thumbs' then 'thumb' else 'score' end,
    score, 0, 1, comment, 'api', 'key:seed', at
  from rows, lateral (values
    ('thumbs', n % 10 = 0, case when b % 5 = 0 then 0 else 1 end, case when a % 1000 < 5 then 'It is wrong.' end),
    ('accuracy', n % 4 = 0, (b % 101) / 100.0, null),
    ('tone', a % 20000 = 13, (b % 11) / 10.0, null)
  ) v (name, given, score, comment) where given
)
insert into run_tags (run_id, workspace_id, tag, created_at)
select id, $1, case when a % 50000 = 1 then 'golden' else 'nightly' end, at from rows where a % 50000 = 1 or n % 20 = 0`;

/** @param n counted from the oldest, from 1 on */
export const seededId = (n: number): string => `run_seed${String(n).padStart(9, "0")}`;

/** Fills a workspace with runs that never ran, spread over the last 90 days, for looking at lists of many. */
export async function seedRuns(pool: Pool, { workspaceId, agentIds, userId, count, onProgress }: SeedWish) {
  for (let from = 1; from <= count; from += batch) {
    const to = Math.min(count, from + batch - 1);
    await pool.query(insertSql, [workspaceId, agentIds, userId, count, from, to]);
    onProgress?.(to);
  }
  await pool.query("vacuum analyze runs, run_texts, run_tags, feedback, threads");
}

/** Which runs there are: seeded ones, and others. */
export async function seededRuns(pool: Pool): Promise<{ seeded: boolean; others: boolean }> {
  const { rows } = await pool.query<{ seeded: boolean; others: boolean }>(`select
    exists (select 1 from runs where id like 'run_seed%') as seeded,
    exists (select 1 from runs where id not like 'run_seed%') as others`);
  return rows[0] ?? { seeded: false, others: false };
}

/** Takes away what was seeded, and the agents that have nothing else. @returns how many runs there were */
export async function removeSeeded(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    "select distinct agent_id as id from runs where id like 'run_seed%'",
  );
  const removed = await removeAll(pool, "runs", "run_seed%");
  await removeAll(pool, "threads", "thr_seed%");
  await pool.query(
    `delete from agents a where a.id = any($1) and a.name ~ '^Seeded [0-9]+$'
     and not exists (select 1 from runs r where r.agent_id = a.id)
     and not exists (select 1 from threads t where t.agent_id = a.id)`,
    [rows.map(({ id }) => id)],
  );
  return removed;
}

async function removeAll(pool: Pool, table: "runs" | "threads", ids: string): Promise<number> {
  const some = `delete from ${table} where id in (select id from ${table} where id like $1 limit $2)`;
  for (let removed = 0; ; ) {
    const { rowCount } = await pool.query(some, [ids, batch]);
    if (!rowCount) return removed;
    removed += rowCount;
  }
}
