import type { PoolClient } from "pg";
import { z } from "zod";
import {
  arrivedAnswer,
  dueAnswer,
  type EventDraft,
  endedAnswer,
  expiredAnswer,
  interruptAnswerSchema,
  type RunEvent,
} from "@/workflows/events/event";
import type { Clock } from "../clock";
import { appendEvents } from "../events/append";
import { number } from "../events/recorder";

/** A called run that has ended, or is no more. */
export const childIsOver = (childRunId: string) => `not exists (
  select 1 from runs child where child.id = ${childRunId} and child.status in ('pending', 'running', 'interrupted')
)`;

/** What the event of a pause brought, as `{payload}`: sent to the pause, or to its address before it waited. */
const arrived = `coalesce(event, (select jsonb_build_object('payload', early.payload) from early where early.id = interrupts.id))`;

const settleSql = `
with early as (
  update event_addresses a set taken_at = now() from interrupts i
  where i.run_id = $1 and i.status = 'waiting' and i.kind = 'event' and i.event is null
    and a.id = i.event_key and a.workspace_id = i.workspace_id and a.received_at is not null and a.taken_at is null
  returning i.id, a.payload
)
update interrupts set
  status = 'answered', answered_at = now(), answered_by = null, answered_by_name = null,
  answer = jsonb_build_object(
    'answer', case
      when kind in ('human', 'client') then '${expiredAnswer}'
      when kind = 'child' and ${childIsOver("interrupts.child_run_id")} then '${endedAnswer}'
      when kind = 'event' and ${arrived} is not null then '${arrivedAnswer}'
      else '${dueAnswer}' end
  ) || case when kind = 'event' then coalesce(${arrived}, '{}') when kind = 'human'
    then jsonb_build_object('votes', jsonb_path_query_array(votes, '$[*].vote')) else '{}' end
where run_id = $1 and status = 'waiting' and (
  wake_at <= clock_timestamp() or (kind = 'child' and ${childIsOver("interrupts.child_run_id")})
  or (kind = 'event' and ${arrived} is not null)
)
returning langgraph_id as "interruptId", answer`;

const rowsSchema = z.array(z.object({ interruptId: z.string(), answer: interruptAnswerSchema }));

/**
 * Answers those pauses of a run whose time has come: waits, called runs, events, and questions that nobody answered in time. The caller holds the run's row lock, so
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
      data: { interruptId, answer },
    }),
  );
  if (drafts.length === 0) return [];
  const bases = await appendEvents(connection, deps.processId, [{ runId, epoch: null, events: drafts }]);
  const base = bases.get(runId);
  if (base === undefined) throw new Error(`Run ${runId} took no events`);
  return number(runId, base, drafts);
}
