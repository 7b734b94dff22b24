import type { Pool } from "pg";
import { z } from "zod";
import { type InterruptAnswer, interruptAnswerSchema } from "@/workflows/events/event";

const visitRows = z.array(
  z.object({
    node: z.string(),
    visit: z.int(),
    taskId: z.string(),
    /** How often its outcome was unknown: a worker was lost after it had begun. */
    doubts: z.coerce.number(),
  }),
);
const edgeRows = z.array(z.object({ type: z.string(), ts: z.number() }));

/** What an earlier claim of a run left behind. */
export interface RunHistory {
  visits: z.infer<typeof visitRows>;
  /** Wall-clock milliseconds of earlier slices. */
  spentMs: number;
}

/**
 * A visit that finished and is entered again counts as one in doubt, too: its result was lost before it was stored.
 * One that failed or paused has come to an end that everybody knows of.
 */
const visitsSql = `
select node, visit, max(data->>'taskId') as "taskId",
  count(*) filter (where type = 'node.interrupted' and data->'payload'->>'kind' = 'outcome_unknown')
    + ((array_agg(type order by seq desc))[1] in ('node.started', 'node.finished'))::int as doubts
from run_events
where run_id = $1 and type in ('node.started', 'node.finished', 'node.failed', 'node.interrupted')
group by node, visit
having max(data->>'taskId') is not null`;

export async function loadHistory(pool: Pool, runId: string): Promise<RunHistory> {
  const visits = await pool.query(visitsSql, [runId]);
  const edges = await pool.query(
    `select type, ts from run_events
     where run_id = $1 and type in ('run.started', 'run.resumed', 'run.interrupted') order by seq`,
    [runId],
  );
  return {
    visits: visitRows.parse(visits.rows),
    spentMs: workingTime(edgeRows.parse(edges.rows)),
  };
}

/** Time between starts and pauses; a stretch that a crash cut off counts up to where the next one began. */
export function workingTime(edges: readonly { type: string; ts: number }[]): number {
  let spent = 0;
  let since: number | null = null;
  for (const { type, ts } of edges) {
    if (since !== null) spent += ts - since;
    since = type === "run.interrupted" ? null : ts;
  }
  return Math.max(0, spent);
}

const answerRow = z.object({
  id: z.string(),
  interruptId: z.string(),
  status: z.enum(["waiting", "answered", "withdrawn"]),
  answer: interruptAnswerSchema.nullable(),
  answers: z.coerce.number(),
});

/** A pause of the run as the inbox knows it. */
export interface InboxRow {
  id: string;
  interruptId: string;
  /** Absent while nobody has answered. */
  answer?: InterruptAnswer;
  /** How often people answered under this interrupt id. */
  answers: number;
}

export async function loadInbox(sql: Pick<Pool, "query">, runId: string): Promise<InboxRow[]> {
  const { rows } = await sql.query(
    `select i.id, i.langgraph_id as "interruptId", i.status, i.answer,
       (select count(*) from run_events e where e.run_id = i.run_id and e.type = 'interrupt.answered'
         and e.data->>'interruptId' = i.langgraph_id) as answers
     from interrupts i where i.run_id = $1`,
    [runId],
  );
  return z
    .array(answerRow)
    .parse(rows)
    .map(({ id, interruptId, status, answer, answers }) => ({
      id,
      interruptId,
      answers,
      ...(status === "answered" && answer && { answer }),
    }));
}
