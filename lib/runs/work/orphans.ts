import type { Pool } from "pg";
import { z } from "zod";
import type { RunQueue } from "@/lib/queue/run-queue";
import { queueable } from "../admission/queueable";
import { type Clock, pause } from "../clock";
import { inTransaction } from "../transaction";
import { crashesAfter, ownerLives } from "./claim";

/** When the database restarts, the locks of living processes fall, too: that is no worker's death. */
const claimedSinceRestart = `exists (
  select 1 from pgboss.job j where j.id::text = r.job_id and j.started_on > pg_postmaster_start_time()
)`;

/** A process whose listening connection was cut has another one within this time, and its lock again. */
export const reconnectMs = 1_500;

const isOrphan = `r.status = 'running' and r.worker_id is not null and not ${ownerLives("r.worker_id")}`;

type Sender = Pick<RunQueue, "sendAll">;

/**
 * Queues runs whose process died, seen by its fallen lock, without waiting for the queue's heartbeat. A run that is
 * queued twice is claimed once.
 * @param owners of these processes; absent: of all
 */
export async function queueOrphans(pool: Pool, queue: Sender, owners?: readonly number[]): Promise<void> {
  await inTransaction(pool, async (connection) => {
    const { rows } = await connection.query(
      `update runs r set
         worker_id = null, crashes = ${crashesAfter("r", claimedSinceRestart)}, claimed_seq = r.last_seq
       where ${isOrphan} and ($1::int[] is null or r.worker_id = any($1))
       returning r.id as "runId", r.workspace_id as "workspaceId", r.priority, r.held, true as urgent`,
      [owners ?? null],
    );
    await queue.sendAll(connection, z.array(queueable).parse(rows));
  });
}

/** The same for those that stay dead: one that lives and lost no more than a connection keeps its runs. */
export async function queueLastingOrphans(pool: Pool, queue: Sender, clock: Clock): Promise<void> {
  const { rows } = await pool.query(`select distinct r.worker_id as owner from runs r where ${isOrphan}`);
  if (rows.length === 0) return;
  await pause(clock, reconnectMs);
  await queueOrphans(
    pool,
    queue,
    rows.map(({ owner }) => Number(owner)),
  );
}
