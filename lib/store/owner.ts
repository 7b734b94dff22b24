import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import type { StorePlace } from "@/workflows/runtime/ports";

const rowSchema = z.object({
  threadId: z.string(),
  agentId: z.string(),
  userId: z.string().nullable(),
  visitorId: z.string().nullable(),
});

/** Whose values they are, and the rows that they go with. */
export interface Owner {
  id: string;
  threadId: string | null;
  userId: string | null;
  agentId: string | null;
}

/**
 * The run says whose values its nodes see: nothing that a graph or its input says can name another owner.
 * @throws AppError node_failed: nobody in particular runs it
 */
export async function ownerOf(
  connection: Pool | PoolClient,
  workspaceId: string,
  { runId, scope }: StorePlace,
): Promise<Owner> {
  const { rows } = await connection.query({
    name: "store_owner",
    text: `select r.thread_id as "threadId", r.agent_id as "agentId",
        coalesce(t.user_id, case when t.visitor_id is null then r.created_by end) as "userId", t.visitor_id as "visitorId"
      from runs r join threads t on t.id = r.thread_id where r.id = $1 and r.workspace_id = $2`,
    values: [runId, workspaceId],
  });
  const { threadId, agentId, userId, visitorId } = rowSchema.parse(rows[0]);
  const nothing = { threadId: null, userId: null, agentId: null };
  if (scope === "thread") return { ...nothing, id: threadId, threadId };
  if (scope === "agent") return { ...nothing, id: agentId, agentId };
  if (userId) return { ...nothing, id: userId, userId };
  if (visitorId) return { ...nothing, id: `visitor:${visitorId}` };
  throw new AppError("node_failed", "This run was started by no person, so it has no store of a person.", {
    field: "scope",
    hint: "Runs of API keys and of other agents belong to nobody in particular: use the scope of the thread or agent.",
  });
}
