import type { PoolClient } from "pg";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import { threadStatuses } from "@/workflows/events/run-status";
import { threadNotFound } from "./visibility";

const threadRow = z.object({
  agentId: z.string(),
  workspaceId: z.string(),
  status: z.enum(threadStatuses),
  userId: z.string().nullable(),
  visitorId: z.string().nullable(),
  source: z.string(),
});

/**
 * Takes a thread for a new run, inside the transaction that makes the run.
 * @throws AppError not_found, conflict: it runs already, or waits for a person
 */
export async function takeThread(
  connection: PoolClient,
  actor: Actor,
  threadId: string,
  agentId: string,
): Promise<void> {
  const { rows } = await connection.query(
    `select agent_id as "agentId", workspace_id as "workspaceId", status, user_id as "userId",
       visitor_id as "visitorId", source
     from threads where id = $1 for update`,
    [threadId],
  );
  const thread = threadRow.optional().parse(rows[0]);
  if (!thread || thread.agentId !== agentId || !isOwn(actor, thread)) throw threadNotFound();
  if (thread.status === "busy") throw busy(threadId);
  if (thread.status === "interrupted") throw await waiting(connection, threadId);
  await connection.query("update threads set status = 'busy', updated_at = now() where id = $1", [threadId]);
}

/** The row's twin of `ownThreads`. */
function isOwn(actor: Actor, thread: z.infer<typeof threadRow>): boolean {
  if (actor.kind === "visitor") return thread.visitorId === actor.visitorId;
  if (thread.workspaceId !== actor.workspaceId) return false;
  if (actor.kind === "member") return thread.userId === actor.userId || thread.source !== "chat";
  return thread.userId === null && thread.visitorId === null;
}

function busy(threadId: string): AppError {
  return new AppError("conflict", "This conversation is still working on the last message.", {
    hint: "Wait for its answer, or stop it first.",
    data: { threadId },
  });
}

async function waiting(connection: PoolClient, threadId: string): Promise<AppError> {
  const { rows } = await connection.query(
    `select id, payload->>'message' as message from interrupts
     where thread_id = $1 and status = 'waiting' order by created_at limit 1`,
    [threadId],
  );
  const pause = z.object({ id: z.string(), message: z.string().nullable() }).optional().parse(rows[0]);
  const asked = pause?.message ? `: “${pause.message}”` : "";
  return new AppError("conflict", `This conversation waits for an approval${asked}.`, {
    hint: "Answer the approval, or stop the run, before sending something new.",
    data: { threadId, interruptId: pause?.id ?? null },
  });
}
