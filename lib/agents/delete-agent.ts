import { and, eq, gt } from "drizzle-orm";
import { agents } from "@/drizzle/schema";
import type { AgentSummary } from "@/lib/api/contract/agents";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { agentNotFound, findAgent } from "./agent-row";
import { getAgent } from "./read-agents";

/** A deleted agent can be restored for so long; then it is removed for good. */
export const keptForDays = 30;
const keptSince = (now: number) => new Date(now - keptForDays * 24 * 60 * 60 * 1000);

/** Its chat page and API calls end at once; it can be restored. @throws AppError not_found */
export async function deleteAgent(db: Queryable, actor: WorkspaceActor, id: string): Promise<void> {
  await findAgent(db, actor, id);
  await db.update(agents).set({ deletedAt: new Date() }).where(eq(agents.id, id));
}

/** @throws AppError not_found, also for an agent that is not deleted or was too long ago */
export async function restoreAgent(db: Queryable, actor: WorkspaceActor, id: string): Promise<AgentSummary> {
  const restored = await db
    .update(agents)
    .set({ deletedAt: null, updatedAt: new Date() })
    .where(
      and(
        eq(agents.id, id),
        eq(agents.workspaceId, actor.workspaceId),
        gt(agents.deletedAt, keptSince(Date.now())),
      ),
    )
    .returning({ id: agents.id });
  if (restored.length === 0) throw agentNotFound();
  return getAgent(db, actor, id);
}
