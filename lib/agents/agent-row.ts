import { and, eq, inArray, isNull } from "drizzle-orm";
import { agents } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Database, Queryable, Transaction } from "@/lib/db/database";
import { gathered } from "@/lib/db/gathered";
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

/** The same outside of a transaction, for requests that come in numbers. @throws AppError not_found */
export async function readAgent(db: Database, actor: WorkspaceActor, id: string): Promise<AgentRow> {
  const row = await agentById(db, id);
  if (row?.workspaceId !== actor.workspaceId) throw agentNotFound();
  return row;
}

const agentById = gathered(async (db: Database, ids: string[]) => {
  const rows = await db
    .select()
    .from(agents)
    .where(and(inArray(agents.id, ids), isNull(agents.deletedAt)));
  return new Map(rows.map((row) => [row.id, row]));
});

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
