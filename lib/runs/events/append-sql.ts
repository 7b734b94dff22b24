import { fewRows } from "@/lib/db/few-rows";

/**
 * Stores groups of events of many runs in one statement, so in one round trip and one transaction: moves each run's
 * counter under its row lock (which makes `seq` gapless), fenced by epoch, writes the events, usage records and
 * inbox rows, keeps the rows of runs and threads in step, and tells other processes. A run that has ended takes no
 * more events; a run that somebody asked to cancel cannot succeed.
 * Returns the numbers before each written group; a run that is missing was refused.
 */
export const appendSql = `
with g as (
  select * from unnest(
    $1::text[], $2::int[], $3::int[], $4::text[], $5::jsonb[], $6::jsonb[],
    $7::int[], $8::int[], $9::int[], $10::bigint[], $11::int[]
  ) as g(run_id, epoch, count, status, output, problem, input_tokens, output_tokens, cached_tokens, cost, unknown)
  where ${fewRows("g.run_id")}
),
moved as (
  update runs r set
    last_seq = r.last_seq + g.count,
    status = coalesce(g.status, r.status),
    output = coalesce(g.output, r.output),
    problem = coalesce(g.problem, r.problem),
    ended_at = case when g.status in ('success', 'error', 'timeout', 'cancelled') then now() else r.ended_at end,
    input_tokens = r.input_tokens + g.input_tokens,
    output_tokens = r.output_tokens + g.output_tokens,
    cached_tokens = r.cached_tokens + g.cached_tokens,
    cost_micros = r.cost_micros + g.cost,
    unknown_cost_calls = r.unknown_cost_calls + g.unknown
  from g
  where r.id = g.run_id
    and (g.epoch is null or r.epoch = g.epoch)
    and r.status not in ('success', 'error', 'timeout', 'cancelled')
    and not (g.status is not distinct from 'success' and r.cancel_requested_at is not null)
  returning r.id, r.workspace_id, r.agent_id, r.thread_id, r.last_seq, r.last_seq - g.count as base, g.status as became
),
stored as (
  insert into run_events (run_id, seq, ts, type, node, visit, ns, data)
  select e.run_id, m.base + e.pos, e.ts, e.type, e.node, e.visit,
    case when e.ns = '[]' then '{}' else array(select jsonb_array_elements_text(e.ns)) end, e.data
  from unnest($12::text[], $13::int[], $14::float8[], $15::text[], $16::text[], $17::int[], $18::jsonb[], $19::jsonb[])
    as e(run_id, pos, ts, type, node, visit, ns, data)
  join moved m on m.id = e.run_id
),
used as (
  insert into usage_records
    (run_id, seq, workspace_id, agent_id, provider, model, input_tokens, output_tokens, cached_tokens, cost_micros,
     kept, saved_micros)
  select u.run_id, m.base + u.pos, m.workspace_id, m.agent_id, u.provider, u.model, u.input, u.output, u.cached, u.cost,
    u.kept, u.saved
  from unnest($20::text[], $21::int[], $22::text[], $23::text[], $24::int[], $25::int[], $26::int[], $27::bigint[],
    $39::bool[], $40::bigint[])
    as u(run_id, pos, provider, model, input, output, cached, cost, kept, saved)
  join moved m on m.id = u.run_id
),
paused as (
  insert into interrupts (id, workspace_id, agent_id, run_id, thread_id, node_id, visit, langgraph_id, payload,
    kind, wake_at, child_run_id, event_key, assignees, escalate_at, tell_at)
  select p.id, m.workspace_id, m.agent_id, m.id, m.thread_id, p.node, p.visit, p.langgraph_id, p.payload,
    p.kind, coalesce(to_timestamp(p.wake_at / 1000), now() + p.wake_after * interval '1 millisecond'), p.child,
    p.payload->'event'->>'key', coalesce(p.payload->'assignees', '[]'),
    now() + (p.payload->'escalation'->>'afterMs')::float8 * interval '1 millisecond',
    case when p.payload ? 'tell' then now() end
  from unnest($28::text[], $29::text[], $30::text[], $31::int[], $32::text[], $33::jsonb[],
    $34::text[], $35::float8[], $36::float8[], $37::text[])
    as p(run_id, id, node, visit, langgraph_id, payload, kind, wake_at, wake_after, child)
  join moved m on m.id = p.run_id
  on conflict (run_id, langgraph_id) do update set
    status = 'waiting', payload = excluded.payload, kind = excluded.kind, wake_at = excluded.wake_at,
    child_run_id = excluded.child_run_id, event_key = excluded.event_key, event = null, assignees = excluded.assignees, escalate_at = excluded.escalate_at,
    tell_at = excluded.tell_at, told = 0,
    votes = '[]', answer = null, answered_by = null, answered_by_name = null,
    answered_at = null, created_at = now()
),
kept as (
  insert into recorded_calls (run_id, key, place, visit, kind, target, asked, seq, pos, packed, result)
  select k.run_id, k.key, k.place, k.visit, k.kind, k.target, k.asked, m.base, k.pos, k.packed, k.result
  from unnest($41::text[], $42::int[], $43::text[], $44::text[], $45::int[], $46::text[], $47::text[], $48::text[],
    $49::bool[], $50::bytea[])
    as k(run_id, pos, key, place, visit, kind, target, asked, packed, result)
  join moved m on m.id = k.run_id
  on conflict (run_id, key) do update set asked = excluded.asked, seq = excluded.seq, pos = excluded.pos,
    packed = excluded.packed, result = excluded.result
),
withdrawn as (
  update interrupts i set status = 'withdrawn' from moved m
  where i.run_id = m.id and i.status = 'waiting' and m.became in ('success', 'error', 'timeout', 'cancelled')
),
settled as (
  update threads t set
    updated_at = now(),
    status = case m.became
      when 'interrupted' then 'interrupted' when 'running' then 'busy'
      when 'error' then 'error' when 'timeout' then 'error' else 'idle' end
  from moved m where t.id = m.thread_id and m.became is not null
),
told as (
  select pg_notify('signalbox_events', $38 || ' ' || string_agg(id || ':' || last_seq, ',')) as sent
  from moved having count(*) > 0
)
select m.id, m.base, (select count(*) from told) as told from moved m`;
