import type { PoolClient } from "pg";
import { z } from "zod";
import type { runs } from "@/drizzle/schema";
import { type Actor, principalOf } from "@/lib/auth/actor";
import { channels } from "@/lib/realtime/notifier";
import { AppError } from "@/workflows/errors/app-error";
import type { EventDraft } from "@/workflows/events/event";
import type { RunOrigin } from "@/workflows/events/run-origin";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import type { TestOptions } from "@/workflows/graph/test-options";
import type { RunTrace } from "@/workflows/telemetry/run-trace";
import type { Breakpoint } from "@/workflows/travel/breakpoint";
import type { Fork } from "@/workflows/travel/state-edit";
import { heldByLimit } from "../admission/places-sql";
import { toJsonb } from "../events/jsonb";
import type { RunContext } from "./context";
import type { Once } from "./once";
import { titleOf } from "./title";

export type RunSource = (typeof runs.$inferSelect)["source"];

/** A moment, or seconds from now on the database's clock. */
export type RunAfter = { at: string } | { seconds: number };

export interface NewRun {
  id: string;
  workspaceId: string;
  agentId: string;
  version: number | null;
  draftRevision: number | null;
  document: GraphDocument | null;
  testOptions: TestOptions | null;
  source: RunSource;
  input: JsonObject;
  createdBy: string | null;
  parentRunId: string | null;
  origin: RunOrigin | null;
  fork: Fork | null;
  breakpoints: Breakpoint[] | null;
  priority: number;
  runAfter: RunAfter | undefined;
  trace: RunTrace | null;
}

/** The thread of a new run, and how the run stands to the others in it. */
export interface PlaceInThread {
  id: string;
  isNew: boolean;
  base: string | null;
  isBusy: boolean;
  replaces: string | null;
}

const waitingRow = z.object({
  held: z.enum(["time", "thread", "limit"]).nullable(),
  dueInMs: z.number().nullable(),
});
/** Why a new run does not go into the queue yet, and when it is due. */
export type Waiting = z.infer<typeof waitingRow>;
export const notWaiting: Waiting = { held: null, dueInMs: null };

/**
 * A run, its first event and, for a new conversation, its thread; workers are told of its job. With the key of a request
 * that may be sent again: nothing, where another request has taken it.
 */
const insertSql = `
with taken as (
  insert into idempotency_keys (workspace_id, scope, key, fingerprint, run_id, thread_id)
  select $2, $32, $33, $34, $1, $4 where $33::text is not null
  on conflict do nothing returning true
),
wanted as (select 1 where $33::text is null or exists (select from taken)),
thread as (
  insert into threads (id, workspace_id, agent_id, title, status, user_id, visitor_id, source)
  select $4, $2, $3, $12, 'busy', $13, $14, $8 from wanted where $15
),
due as (select coalesce($24::timestamptz, now() + $25::float8 * interval '1 second') as at),
run as (
  insert into runs (id, workspace_id, agent_id, thread_id, version, draft_revision, document, source, input,
    created_by, parent_run_id, test_options, base_checkpoint_id, replaces, priority, run_after, on_behalf_of, origin, fork,
    breakpoints, trace, last_seq, held)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $19, $20, $22, $23, due.at,
    coalesce($27::text, (select caller.on_behalf_of from runs caller where caller.id = $11)), $28::jsonb, $29::jsonb, $30::jsonb, $31::jsonb, 1, case
    when $21 then 'thread'
    when due.at > now() then 'time'
    when $11::text is null then ${heldByLimit("$2", "$3", "$26::int")}
  end
  from due, wanted
  on conflict (id) do nothing
  returning id, held
),
started as (
  insert into run_events (run_id, seq, ts, type, ns, data)
  select run.id, 1, $16::float8, $17, '{}', $18::jsonb from run
),
told as (select pg_notify('${channels.jobs}', $2) as sent from run where held is null)
select (select count(*) from told) as told, held, case held when 'time' then extract(epoch from due.at - now())::float8 * 1000 end as "dueInMs"
from run, due`;

/**
 * @param once kept with the run, unless the caller has kept it already
 * @returns undefined: an earlier request with this key has made its run
 * @throws AppError conflict: there is a run with this id
 */
export async function insertRun(
  { limits }: Pick<RunContext, "limits">,
  connection: PoolClient,
  actor: Actor,
  run: NewRun,
  thread: PlaceInThread,
  started: EventDraft,
  once?: Once,
): Promise<Waiting | undefined> {
  const { rows } = await connection.query({
    name: "insert_run",
    text: insertSql,
    values: [
      run.id,
      run.workspaceId,
      run.agentId,
      thread.id,
      run.version,
      run.draftRevision,
      run.document && toJsonb(run.document),
      run.source,
      toJsonb(run.input),
      run.createdBy,
      run.parentRunId,
      titleOf(run.input),
      actor.kind === "member" ? actor.userId : null,
      actor.kind === "visitor" ? actor.visitorId : null,
      thread.isNew,
      started.ts,
      started.type,
      toJsonb(started.data),
      run.testOptions && toJsonb(run.testOptions),
      thread.base,
      thread.isBusy,
      thread.replaces,
      run.priority,
      run.runAfter && "at" in run.runAfter ? run.runAfter.at : null,
      run.runAfter && "seconds" in run.runAfter ? run.runAfter.seconds : null,
      limits.running,
      run.parentRunId === null ? principalOf(actor) : null,
      run.origin && toJsonb(run.origin),
      run.fork && toJsonb(run.fork),
      run.breakpoints && toJsonb(run.breakpoints),
      run.trace && toJsonb(run.trace),
      once?.scope,
      once?.key,
      once?.fingerprint,
    ],
  });
  const waiting = waitingRow.optional().parse(rows[0]);
  if (!waiting && !once)
    throw new AppError("conflict", "This run exists already.", { data: { runId: run.id } });
  return waiting;
}
