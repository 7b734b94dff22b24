import type { Pool } from "pg";
import { z } from "zod";
import type { RunQueue } from "@/lib/queue/run-queue";
import { queueable } from "../admission/queueable";
import { inTransaction } from "../transaction";
import { ownerLives } from "./claim";

/**
 * Queues runs whose process died, seen by its fallen lock, without waiting for the queue's heartbeat. A run that is
 * queued twice is claimed once.
 */
export async function queueOrphans(pool: Pool, queue: RunQueue): Promise<void> {
  await inTransaction(pool, async (connection) => {
    const { rows } = await connection.query(
      `update runs r set worker_id = null
       where r.status = 'running' and r.worker_id is not null and not ${ownerLives("r.worker_id")}
       returning r.id as "runId", r.workspace_id as "workspaceId", r.priority, r.held, true as urgent`,
    );
    await queue.sendAll(connection, z.array(queueable).parse(rows));
  });
}
