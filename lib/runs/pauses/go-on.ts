import type { PoolClient } from "pg";
import { z } from "zod";
import { runStatuses } from "@/workflows/events/run-status";
import { admit } from "../admission/admit";
import type { AdmissionContext } from "../admission/context";

const rowSchema = z.object({ status: z.enum(runStatuses), threadId: z.string(), workspaceId: z.string() });
export type LockedRun = z.infer<typeof rowSchema>;

/** Locks a run's row, first of all locks, as everywhere. */
export async function lockRun(connection: PoolClient, runId: string): Promise<LockedRun | undefined> {
  const { rows } = await connection.query(
    `select status, thread_id as "threadId", workspace_id as "workspaceId" from runs where id = $1 for update`,
    [runId],
  );
  return rowSchema.optional().parse(rows[0]);
}

/**
 * Makes a run go on whose pause was answered. One that still works on its last step finds the answer by itself.
 * @returns false: there is no place for it yet; request a release after the commit
 */
export async function goOn(
  context: Pick<AdmissionContext, "queue" | "limits">,
  connection: PoolClient,
  runId: string,
  { status, threadId, workspaceId }: LockedRun,
): Promise<boolean> {
  if (status !== "interrupted") return true;
  await connection.query("update threads set status = 'busy', updated_at = now() where id = $1", [threadId]);
  return admit(context, connection, { runId, workspaceId });
}
