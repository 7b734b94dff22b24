import type { PoolClient } from "pg";
import { z } from "zod";
import { dueAnswer, type EventDraft, endedAnswer, type RunEvent } from "@/workflows/events/event";
import type { Clock } from "../clock";
import { appendEvents } from "../events/append";
import { number } from "../events/recorder";

/** A called run that has ended, or is no more. */
export const childIsOver = (childRunId: string) => `not exists (
  select 1 from runs child where child.id = ${childRunId} and child.status in ('pending', 'running', 'interrupted')
)`;

const settleSql = `
update interrupts set
  status = 'answered', answered_at = now(), answered_by = null, answered_by_name = null,
  answer = jsonb_build_object('answer', case
    when kind = 'child' and ${childIsOver("interrupts.child_run_id")} then '${endedAnswer}' else '${dueAnswer}' end)
where run_id = $1 and status = 'waiting' and kind <> 'human' and (
  wake_at <= clock_timestamp() or (kind = 'child' and ${childIsOver("interrupts.child_run_id")})
)
returning langgraph_id as "interruptId", answer->>'answer' as answer`;

const rowsSchema = z.array(z.object({ interruptId: z.string(), answer: z.string() }));

/**
 * Answers those pauses of a run that need no person and whose time has come. The caller holds the run's row lock, so
 * each is answered once; the database's clock alone says what is due.
 * @returns the events, to be published after the commit
 */
export async function settleDue(
  deps: { clock: Clock; processId: number },
  connection: PoolClient,
  runId: string,
): Promise<RunEvent[]> {
  const { rows } = await connection.query({ name: "settle_due_pauses", text: settleSql, values: [runId] });
  const drafts = rowsSchema.parse(rows).map(
    ({ interruptId, answer }): EventDraft => ({
      ts: deps.clock.now(),
      ns: [],
      type: "interrupt.answered",
      data: { interruptId, answer: { answer } },
    }),
  );
  if (drafts.length === 0) return [];
  const bases = await appendEvents(connection, deps.processId, [{ runId, epoch: null, events: drafts }]);
  const base = bases.get(runId);
  if (base === undefined) throw new Error(`Run ${runId} took no events`);
  return number(runId, base, drafts);
}
