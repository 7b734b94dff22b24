import type { Pool } from "pg";
import { z } from "zod";
import { fewRows } from "@/lib/db/few-rows";
import type { RunJob } from "@/lib/queue/run-queue";
import { livenessLock } from "@/lib/realtime/notifier";
import { runOriginSchema } from "@/workflows/events/run-origin";
import { runStatuses } from "@/workflows/events/run-status";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { principals } from "@/workflows/graph/principal";
import { runTraceSchema } from "@/workflows/telemetry/run-trace";
import { breakpointsSchema } from "@/workflows/travel/breakpoint";
import { forkSchema } from "@/workflows/travel/state-edit";

const claimSchema = z.object({
  id: z.string(),
  workspaceId: z.string(),
  agentId: z.string(),
  threadId: z.string(),
  version: z.int().nullable(),
  draftRevision: z.int().nullable(),
  document: z.unknown(),
  testOptions: z.unknown(),
  input: jsonObjectSchema,
  /** Fence of this claim. */
  epoch: z.int(),
  jobId: z.string(),
  parentRunId: z.string().nullable(),
  onBehalfOf: z.enum(principals).nullable(),
  /** Where it starts in its thread, if not at the latest checkpoint. */
  baseCheckpointId: z.string().nullable(),
  /** Where it goes on in another run's state, with what was changed there. */
  fork: forkSchema.nullable(),
  /** Where it stops to be looked at; null: nobody looks. */
  breakpoints: breakpointsSchema.nullable(),
  cancelRequested: z.boolean(),
  /** How long it waited for its first claim, milliseconds; null at later ones. */
  waitedMs: z.number().nullable(),
  /** The run came with its thread: nothing was stored there before it. */
  opensThread: z.boolean(),
  /** How often a worker died with it since its last stored step. */
  crashes: z.int(),
  /** It may bring its worker down: others died with it. */
  suspect: z.boolean(),
  /** It has brought down so many that it is not tried again. */
  poison: z.boolean(),
  origin: runOriginSchema.nullable(),
  trace: runTraceSchema.nullable(),
  /** On whose behalf it runs: a member, or a visitor of a public page. */
  person: z.string().nullable(),
  /** Status before the claim: `running` means that its last worker is gone. */
  was: z.enum(runStatuses),
});
/** A run that this process may now execute. */
export type Claim = Omit<z.infer<typeof claimSchema>, "jobId"> & { job: RunJob };

/** Whether the process with this number still holds its lock; a dead one's falls with its connection. */
export const ownerLives = (workerId: string) => `exists (
  select 1 from pg_locks l
  where l.locktype = 'advisory' and l.classid = ${livenessLock} and l.objsubid = 2 and l.granted
    and l.objid = ${workerId} and l.database = (select oid from pg_database where datname = current_database())
)`;

/** A run with which so many workers died is worked on alone among its kind, until it gets on. */
const suspectCrashes = 2;
/** A run with which so many workers died is not tried again, */
const quarantineCrashes = 3;
/** nor with which so many died in a storm: when this many workers end within this time, most runs are with several. */
const stormCrashes = 9;
const storm = { workers: 8, within: "2 minutes" };
const isStorm = `(
  select count(*) > ${storm.workers} from processes p
  where p.role <> 'web' and p.seen_at > now() - interval '${storm.within}' and not ${ownerLives("p.id")}
)`;
const isPoison = (crashes: string) =>
  `(${crashes} >= ${quarantineCrashes} and (${crashes} >= ${stormCrashes} or not ${isStorm}))`;

/** A pause, or a step that is stored: what comes after it is another attempt. */
const gotOn = (run: string) => `exists (
  select 1 from run_events e where e.run_id = ${run}.id and e.seq > ${run}.claimed_seq
    and e.type in ('checkpoint.saved', 'run.interrupted')
)`;

/**
 * How often a worker died with a run since it last got on.
 * @param died SQL condition: the worker that had it died, or hangs, and it is taken away now
 */
export const crashesAfter = (run: string, died: string) => `case
  when ${died} then case when ${gotOn(run)} then 1 else ${run}.crashes + 1 end
  when ${run}.crashes > 0 and ${gotOn(run)} then 0
  else ${run}.crashes
end`;

/**
 * The queue missed its worker's heartbeats. After the database was away it misses everybody's, so what comes soon
 * after that says nothing about the worker.
 */
const hangs = `r.status = 'running' and r.worker_id <> $4 and r.job_id = job.job_id
  and pg_postmaster_start_time() < now() - interval '30 seconds'`;

const openSql = `
with job as (
  select * from unnest($1::text[], $2::text[], $3::boolean[]) as j(run_id, job_id, retried)
  where ${fewRows("j.run_id")}
),
open as (
  select distinct on (r.id) r.id, r.status as was, job.job_id, ${crashesAfter("r", hangs)} as crashes
  from runs r join job on job.run_id = r.id
  where (r.status = 'pending' and r.held is null) or (r.status = 'running' and (
    r.worker_id is null
    or (job.retried and r.job_id = job.job_id)
    or not ${ownerLives("r.worker_id")}
  ))
),
judged as (
  select open.*, ${isPoison("crashes")} as poison,
    crashes >= ${suspectCrashes} and not ${isPoison("crashes")} as suspect
  from open
)`;

const claimSql = `${openSql},
chosen as (
  select * from (
    select judged.*, row_number() over (partition by suspect order by id) as nth from judged
  ) ranked
  where not suspect or nth <= $5::int
),
locked as (select r.id, r.status from runs r join chosen on chosen.id = r.id order by r.id for update of r)
update runs r set
  status = 'running', epoch = r.epoch + 1, worker_id = $4, job_id = open.job_id,
  crashes = open.crashes, claimed_seq = r.last_seq,
  started_at = coalesce(r.started_at, now())
from chosen as open join locked on locked.id = open.id
where r.id = open.id and r.status = open.was
returning r.id, r.workspace_id as "workspaceId", r.agent_id as "agentId", r.thread_id as "threadId", r.version,
  r.draft_revision as "draftRevision", r.document, r.test_options as "testOptions", r.input, r.epoch, r.job_id as "jobId",
  r.parent_run_id as "parentRunId", r.on_behalf_of as "onBehalfOf",
  r.base_checkpoint_id as "baseCheckpointId", r.origin, r.trace, r.fork, r.breakpoints, r.crashes, open.suspect, open.poison,
  r.cancel_requested_at is not null as "cancelRequested", open.was,
  case when r.epoch = 1
    then (extract(epoch from now() - greatest(r.created_at, r.run_after)) * 1000)::float8 end as "waitedMs",
  (select t.created_at = r.created_at and r.fork is null and r.base_checkpoint_id is null
    from threads t where t.id = r.thread_id) as "opensThread",
  (select coalesce(r.created_by, t.user_id, 'visitor ' || t.visitor_id) from threads t where t.id = r.thread_id)
    as "person"`;

const parkedSql = `${openSql} select job_id as "jobId" from judged where suspect`;

/**
 * Takes runs for this process. A claim moves the run's epoch, so an earlier worker can write nothing any more.
 * Jobs whose run has ended, waits for people or is in good hands yield nothing.
 * @param suspects how many runs that may bring the worker down are wanted
 */
export async function claimRuns(
  pool: Pool,
  workerId: number,
  jobs: readonly RunJob[],
  suspects: number,
): Promise<Claim[]> {
  const { rows } = await pool.query({
    name: "claim_runs",
    text: claimSql,
    values: [...jobColumns(jobs), workerId, suspects],
  });
  return z
    .array(claimSchema)
    .parse(rows)
    .flatMap(({ jobId, ...claim }) => {
      const job = jobs.find(({ id }) => id === jobId);
      return job ? [{ ...claim, job }] : [];
    });
}

/** Of jobs that yielded nothing: those of runs that may bring the worker down, which wait for one such run's end. */
export async function suspectsAmong(
  pool: Pool,
  workerId: number,
  jobs: readonly RunJob[],
): Promise<RunJob[]> {
  if (jobs.length === 0) return [];
  const { rows } = await pool.query(parkedSql, [...jobColumns(jobs), workerId]);
  const parked = new Set(rows.map(({ jobId }) => String(jobId)));
  return jobs.filter(({ id }) => parked.has(id));
}

const jobColumns = (jobs: readonly RunJob[]) => [
  jobs.map(({ runId }) => runId),
  jobs.map(({ id }) => id),
  jobs.map(({ retryCount }) => retryCount > 0),
];
