import { and, eq, isNull } from "drizzle-orm";
import { agents } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable, Transaction } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";

export type AgentRow = typeof agents.$inferSelect;

/** Missing, deleted and foreign agents answer alike. */
export const agentNotFound = () => new AppError("not_found", "There is no such agent in this workspace.");

const own = (actor: WorkspaceActor, id: string) =>
  and(eq(agents.id, id), eq(agents.workspaceId, actor.workspaceId), isNull(agents.deletedAt));

/** @throws AppError not_found */
export async function findAgent(db: Queryable, actor: WorkspaceActor, id: string): Promise<AgentRow> {
  const [row] = await db.select().from(agents).where(own(actor, id));
  if (!row) throw agentNotFound();
  return row;
}

/**
 * The agent, held until the transaction ends: changes of one draft happen one after the other.
 * @throws AppError not_found
 */
export async function lockAgent(tx: Transaction, actor: WorkspaceActor, id: string): Promise<AgentRow> {
  const [row] = await tx.select().from(agents).where(own(actor, id)).for("update");
  if (!row) throw agentNotFound();
  return row;
}

/** The person behind a change; keys act for the workspace. */
export const userIdOf = (actor: WorkspaceActor): string | null =>
  actor.kind === "member" ? actor.userId : null;
