import type { Pool } from "pg";
import { z } from "zod";
import { queueName } from "@/lib/queue/run-queue";
import { waitsInLine } from "@/lib/runs/admission/places-sql";
import { ownerLives } from "@/lib/runs/work/claim";
import { processReportSchema } from "../processes/process-report";

const ms = z.coerce.number().transform((value) => Math.max(0, Math.round(value)));

const processSchema = z.object({
  id: z.int(),
  role: z.enum(["all", "web", "worker"]),
  host: z.string(),
  pid: z.int(),
  version: z.string(),
  /** By the database's clock. */
  upMs: ms,
  seenMsAgo: ms,
  /** Its lock stands: whatever it does, its connection is there. */
  connected: z.boolean(),
  /** null: another release reports in a way that this one does not know. */
  report: processReportSchema.nullable().catch(null),
});
/** A process of the installation as its row and its lock show it. */
export type SeenProcess = z.infer<typeof processSchema>;

const processesSql = `
select p.id, p.role, p.host, p.pid, p.version, p.report,
  extract(epoch from now() - p.started_at) * 1000 as "upMs",
  extract(epoch from now() - p.seen_at) * 1000 as "seenMsAgo",
  ${ownerLives("p.id")} as connected
from processes p order by p.started_at, p.id`;

const queueSchema = z.object({
  /** Runs that a worker could take now. */
  waiting: z.coerce.number(),
  /** How long the longest-waiting of them has waited; 0: none waits. */
  oldestMs: ms,
  /** Runs that wait for their thread or for a limit. */
  held: z.coerce.number(),
  running: z.coerce.number(),
});
export type QueueState = z.infer<typeof queueSchema>;

/** A job whose run has ended meanwhile is cleared away by the next worker; nobody waits for it. */
const queueSql = `
select q.*, held.count as held, running.count as running
from (
  select count(*) as waiting,
    coalesce(extract(epoch from max(now() - greatest(j.created_on, j.start_after))), 0) * 1000 as "oldestMs"
  from pgboss.job j
  join runs r on r.id = j.data->>'runId' and r.status in ('pending', 'running')
  where j.name = '${queueName}' and j.state < 'active' and j.start_after <= now()
) q,
(select count(*) from runs r where ${waitsInLine("r")}) held,
(select count(*) from runs where status = 'running') running`;

/** The whole installation at one moment. */
export interface Installation {
  processes: SeenProcess[];
  queue: QueueState;
}

export async function readProcesses(pool: Pool): Promise<SeenProcess[]> {
  return z.array(processSchema).parse((await pool.query(processesSql)).rows);
}

export async function readQueue(pool: Pool): Promise<QueueState> {
  return queueSchema.parse((await pool.query(queueSql)).rows[0]);
}

export async function readInstallation(pool: Pool): Promise<Installation> {
  const [processes, queue] = await Promise.all([readProcesses(pool), readQueue(pool)]);
  return { processes, queue };
}
