import type { Pool } from "pg";
import { z } from "zod";
import { checkpointSchema } from "@/lib/db/migrate";
import { type InterruptAnswer, interruptAnswerSchema } from "@/workflows/events/event";
import { placeSeparator } from "@/workflows/events/visit-place";
import { checkpointRunKey } from "../checkpoint/saver";

const visitRows = z.array(
  z.object({
    /** Where it is counted: the node, below the entries of lists that it was visited for. */
    node: z.string(),
    visit: z.int(),
    taskId: z.string(),
    /** How often its outcome was unknown: a worker was lost after it had begun. */
    doubts: z.coerce.number(),
    /** No checkpoint of the whole graph was stored after it in the same stretch of work. */
    isUnstored: z.boolean(),
  }),
);
const edgeRows = z.array(z.object({ type: z.string(), ts: z.number(), before: z.number().nullable() }));

/** A visit of an earlier claim. */
export type PastVisit = z.infer<typeof visitRows>[number];

/** What an earlier claim of a run left behind. */
export interface RunHistory {
  visits: PastVisit[];
  /** Wall-clock milliseconds of earlier slices. */
  spentMs: number;
}

/**
 * A visit that finished and is entered again counts as one in doubt, too: its result was lost before it was stored.
 * One that failed or paused has come to an end that everybody knows of, and one that a person said to go on without
 * has not acted; nor is anything in doubt that began before the run came to a pause. Where a run began again, a visit is that of the task that had it last.
 *
 * A stretch is what one claim did between start or resumption and its end; what it did is stored if a checkpoint came
 * after it. The last checkpoint may be stored while its event is not.
 */
const visitsSql = `
with told as (
  select seq, type, array_to_string(array_append(ns, node), '${placeSeparator}') as node, visit,
    data->>'taskId' as task, data->>'interruptId' as interrupt, data->'payload'->>'kind' as kind,
    data->>'checkpointId' as checkpoint,
    count(*) filter (where type in ('run.started', 'run.resumed')) over (order by seq) as stretch
  from run_events
  where run_id = $1 and type in ('node.started', 'node.finished', 'node.failed', 'node.interrupted',
    'checkpoint.saved', 'run.started', 'run.resumed')
),
last as (
  select c.checkpoint_id as id, c.metadata->>'${checkpointRunKey}' = $1 as is_own
  from runs r join ${checkpointSchema}.checkpoints c on c.thread_id = r.thread_id and c.checkpoint_ns = ''
  where r.id = $1 order by c.checkpoint_id desc limit 1
),
stored as (
  select stretch, max(seq) as seq from told where checkpoint is not null group by stretch
  union all
  select max(stretch), max(seq) + 1 from told
  having (select is_own and id not in (select checkpoint from told where checkpoint is not null) from last)
),
entered as (
  select distinct on (node, visit) node, visit, task, min(t.seq) as seq,
    bool_or(exists (select 1 from stored s where s.stretch = t.stretch and s.seq > t.seq)) as is_stored
  from told t where task is not null group by node, visit, task order by node, visit, max(t.seq) desc
),
skipped as (
  select distinct t.node, t.visit from told t join interrupts i on i.run_id = $1 and i.langgraph_id = t.interrupt
  where i.status = 'answered' and t.kind = 'outcome_unknown' and i.answer->>'answer' <> 'retry'
)
select e.node, e.visit, e.task as "taskId", not e.is_stored as "isUnstored",
  count(*) filter (where t.kind = 'outcome_unknown')
    + ((array_agg(t.type order by t.seq desc))[1] in ('node.started', 'node.finished')
      and (e.node, e.visit) not in (select node, visit from skipped)
      and max(t.seq) > coalesce((select max(seq) from run_events where run_id = $1 and type = 'run.interrupted'), 0)
    )::int as doubts
from entered e join told t on t.node = e.node and t.visit = e.visit and t.seq >= e.seq
group by e.node, e.visit, e.task, e.is_stored`;

/**
 * Where work on a run began and ended, with the moment of the event before each and of the last event. An answer is
 * no work. The first event is stored when the run is made: what lies between it and the second is waiting.
 */
const edgesSql = `
with own as (select seq, type, ts from run_events where run_id = $1 and type <> 'interrupt.answered')
select type, ts, (select p.ts from own p where p.seq < own.seq order by p.seq desc limit 1) as before
from own
where seq = 2 or type in ('run.resumed', 'run.interrupted') or seq = (select max(seq) from own)
order by seq`;

export async function loadHistory(pool: Pool, runId: string): Promise<RunHistory> {
  const visits = await pool.query(visitsSql, [runId]);
  const edges = await pool.query(edgesSql, [runId]);
  return {
    visits: visitRows.parse(visits.rows),
    spentMs: workingTime(edgeRows.parse(edges.rows)),
  };
}

/** An event at which work may begin or end, with the moment of the event before it. */
export interface Edge {
  type: string;
  ts: number;
  before: number | null;
}

/**
 * Time that workers spent on a run: from the first sign of each to its last. Every stretch is measured by one
 * process's clock, so that clocks that differ do not matter; what a worker did after its last sign is not counted.
 */
export function workingTime(edges: readonly Edge[]): number {
  let spent = 0;
  let since: number | null = null;
  for (const { type, ts, before } of edges) {
    if (type === "run.resumed") {
      if (since !== null && before !== null) spent += Math.max(0, before - since);
      since = ts;
    } else if (since === null) since = ts;
    else if (type === "run.interrupted") {
      spent += Math.max(0, ts - since);
      since = null;
    }
  }
  const last = edges.at(-1);
  return since === null || !last ? spent : spent + Math.max(0, last.ts - since);
}

const answerRow = z.object({
  id: z.string(),
  interruptId: z.string(),
  status: z.enum(["waiting", "answered", "withdrawn"]),
  answer: interruptAnswerSchema.nullable(),
  answers: z.coerce.number(),
  nested: z.boolean(),
});

/** A pause of the run as the inbox knows it. */
export interface InboxRow {
  id: string;
  interruptId: string;
  /** Absent while nobody has answered. */
  answer?: InterruptAnswer;
  /** How often people answered under this interrupt id. */
  answers: number;
  /** It came inside another node, so that the state around knows at most that there is some pause. */
  nested: boolean;
}

export async function loadInbox(sql: Pick<Pool, "query">, runId: string): Promise<InboxRow[]> {
  const { rows } = await sql.query(
    `select i.id, i.langgraph_id as "interruptId", i.status, i.answer,
       i.node_id like '%/%' or i.kind = 'child' as nested,
       (select count(*) from run_events e where e.run_id = i.run_id and e.type = 'interrupt.answered'
         and e.data->>'interruptId' = i.langgraph_id) as answers
     from interrupts i where i.run_id = $1`,
    [runId],
  );
  return z
    .array(answerRow)
    .parse(rows)
    .map(({ id, interruptId, status, answer, answers, nested }) => ({
      id,
      interruptId,
      answers,
      nested,
      ...(status === "answered" && answer && { answer }),
    }));
}
