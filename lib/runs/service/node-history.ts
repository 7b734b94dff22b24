import type { Pool } from "pg";
import { z } from "zod";
import { type NodeHistory, nodeHistorySchema, spreadSchema } from "@/workflows/estimate/history";

export interface AgentHistory {
  /** Runs that were looked at. */
  runs: number;
  nodes: NodeHistory[];
}

/** Enough for a p95 with some ground under it, few enough to read at once. */
const RUNS = 200;
/** Visits of one run are told apart up to here; later ones count as this one. */
const VISITS = 20;

/**
 * What the agent's latest successful runs took at each node, by address of the node. A subgraph takes what the nodes
 * inside it take. Visits in which a pinned result stood in are left out.
 */
export async function nodeHistory(pool: Pool, agentId: string): Promise<AgentHistory> {
  const { rows } = await pool.query({
    name: "node_history",
    text: historySql,
    values: [agentId, RUNS, VISITS],
  });
  const [{ runs, nodes }] = answer.parse(rows);
  return { runs, nodes: nodes ?? [] };
}

const percentiles = z.tuple([z.number(), z.number(), z.number()]);
const spread = percentiles.transform(([p5, p50, p95]) => ({ p5, p50, p95 })).pipe(spreadSchema);
const node = nodeHistorySchema.extend({
  tokensIn: spread,
  tokensOut: spread,
  costMicros: spread,
  ms: spread,
});
const answer = z.tuple([z.object({ runs: z.int(), nodes: z.array(node).nullable() })]);

/**
 * Events are folded to visits, visits to nodes. What happens inside a subgraph belongs to the visit of the subgraph
 * during which it happens, and what happens for an entry of a list to the visits for that entry. A visit that waited for a person counts from its last start, so the
 * wait is not in its time; one that was tried again counts from its first. `offset 0` has the events read run by run
 * along the primary key: a planner left alone reads the whole table, which grows without end.
 */
const historySql = `
with recent as (
  select id from runs where agent_id = $1 and status = 'success' order by created_at desc limit $2
),
events as materialized (
  select e.* from recent r cross join lateral (
    select * from run_events where run_id = r.id
      and type in ('node.started', 'node.interrupted', 'node.finished', 'model.finished') and node is not null
    offset 0
  ) e
),
inner_events as (
  select e.run_id, array_to_string(place[1:depth], '/') as node, e.ns, e.visit, e.ts, e.type, e.data,
    depth = cardinality(place) as own
  from events e, string_to_array(e.node, '/') as place, generate_series(1, cardinality(place)) as depth
  where e.type in ('model.finished', 'node.interrupted')
),
stays as (
  select run_id, node, ns, visit,
    min(ts) filter (where type = 'node.started') as begun,
    max(ts) filter (where type = 'node.started') as last_begun,
    max(ts) filter (where type = 'node.finished') as ended,
    max(data->>'port') filter (where type = 'node.finished') as port
  from events group by run_id, node, ns, visit
  having bool_or(type = 'node.finished') and not coalesce(bool_or((data->>'pinned')::boolean), false)
),
visits as (
  select s.run_id, s.node, s.visit, s.port,
    s.ended - case when bool_or(i.type = 'node.interrupted') then s.last_begun else s.begun end as ms,
    coalesce(sum((i.data->'usage'->>'input')::int), 0) as tokens_in,
    coalesce(sum((i.data->'usage'->>'output')::int), 0) as tokens_out,
    coalesce(sum((i.data->>'costMicros')::bigint), 0) as cost,
    count(*) filter (where i.type = 'model.finished' and i.data->>'costMicros' is null) as unpriced
  from stays s left join inner_events i on i.run_id = s.run_id and i.node = s.node
    and i.ns[1:cardinality(s.ns)] = s.ns
    and case when i.own then i.visit = s.visit else i.ts between s.begun and s.ended end
  group by s.run_id, s.node, s.ns, s.visit, s.port, s.begun, s.last_begun, s.ended
),
left_by as (
  select node, jsonb_agg(jsonb_build_object('visit', visit, 'port', port, 'times', times)) as ports
  from (
    select node, least(visit, $3) as visit, port, count(*) as times from visits group by node, least(visit, $3), port
  ) counted group by node
),
told as (
  select node as "nodeId", count(distinct run_id) as runs, count(*) as visits,
    to_jsonb(percentile_cont(array[0.05, 0.5, 0.95]) within group (order by tokens_in)) as "tokensIn",
    to_jsonb(percentile_cont(array[0.05, 0.5, 0.95]) within group (order by tokens_out)) as "tokensOut",
    to_jsonb(percentile_cont(array[0.05, 0.5, 0.95]) within group (order by cost)) as "costMicros",
    to_jsonb(percentile_cont(array[0.05, 0.5, 0.95]) within group (order by greatest(ms, 0))) as "ms",
    sum(unpriced) as "unpricedCalls"
  from visits group by node
)
select (select count(*)::int from recent) as runs,
  (select jsonb_agg(to_jsonb(told) || jsonb_build_object('ports', left_by.ports) order by told."nodeId")
   from told join left_by on left_by.node = told."nodeId") as nodes`;
