import type { Pool } from "pg";
import { z } from "zod";
import type { RunJob } from "@/lib/queue/run-queue";
import { livenessLock } from "@/lib/realtime/notifier";
import { runStatuses } from "@/workflows/events/run-status";
import { jsonObjectSchema } from "@/workflows/graph/json";

const claimSchema = z.object({
  id: z.string(),
  workspaceId: z.string(),
  agentId: z.string(),
  threadId: z.string(),
  version: z.int().nullable(),
  document: z.unknown(),
  testOptions: z.unknown(),
  input: jsonObjectSchema,
  /** Fence of this claim. */
  epoch: z.int(),
  jobId: z.string(),
  parentRunId: z.string().nullable(),
  /** Where it starts in its thread, if not at the latest checkpoint. */
  baseCheckpointId: z.string().nullable(),
  cancelRequested: z.boolean(),
  /** How long it waited for its first claim, milliseconds; null at later ones. */
  waitedMs: z.number().nullable(),
  /** The run came with its thread: nothing was stored there before it. */
  opensThread: z.boolean(),
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

const claimSql = `
with job as (
  select * from unnest($1::text[], $2::text[], $3::boolean[]) as j(run_id, job_id, retried)
),
open as (
  select distinct on (r.id) r.id, r.status as was, job.job_id
  from runs r join job on job.run_id = r.id
  where (r.status = 'pending' and r.held is null) or (r.status = 'running' and (
    r.worker_id is null
    or (job.retried and r.job_id = job.job_id)
    or not ${ownerLives("r.worker_id")}
  ))
),
locked as (select r.id, r.status from runs r join open on open.id = r.id order by r.id for update of r)
update runs r set
  status = 'running', epoch = r.epoch + 1, worker_id = $4, job_id = open.job_id,
  started_at = coalesce(r.started_at, now())
from open join locked on locked.id = open.id
where r.id = open.id and r.status = open.was
returning r.id, r.workspace_id as "workspaceId", r.agent_id as "agentId", r.thread_id as "threadId", r.version,
  r.document, r.test_options as "testOptions", r.input, r.epoch, r.job_id as "jobId", r.parent_run_id as "parentRunId",
  r.base_checkpoint_id as "baseCheckpointId",
  r.cancel_requested_at is not null as "cancelRequested", open.was,
  case when r.epoch = 1
    then (extract(epoch from now() - greatest(r.created_at, r.run_after)) * 1000)::float8 end as "waitedMs",
  (select t.created_at = r.created_at from threads t where t.id = r.thread_id) as "opensThread"`;

/**
 * Takes runs for this process. A claim moves the run's epoch, so an earlier worker can write nothing any more.
 * Jobs whose run has ended, waits for people or is in good hands yield nothing.
 */
export async function claimRuns(pool: Pool, workerId: number, jobs: readonly RunJob[]): Promise<Claim[]> {
  const { rows } = await pool.query({
    name: "claim_runs",
    text: claimSql,
    values: [
      jobs.map(({ runId }) => runId),
      jobs.map(({ id }) => id),
      jobs.map(({ retryCount }) => retryCount > 0),
      workerId,
    ],
  });
  return z
    .array(claimSchema)
    .parse(rows)
    .flatMap(({ jobId, ...claim }) => {
      const job = jobs.find(({ id }) => id === jobId);
      return job ? [{ ...claim, job }] : [];
    });
}
