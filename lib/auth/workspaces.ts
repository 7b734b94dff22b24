import { asc, eq } from "drizzle-orm";
import { members, workspaces } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { AppError } from "@/workflows/errors/app-error";
import type { WorkspaceActor } from "./actor";
import type { Role } from "./permissions";

/** Fills a new workspace, e.g. with example agents, in the transaction that creates it. */
export type SeedWorkspace = (db: Queryable, workspace: { id: string; userId: string }) => Promise<void>;

/** A workspace with its first administrator. */
export async function createWorkspace(
  db: Queryable,
  input: { name: string; userId: string },
  seed: SeedWorkspace,
): Promise<{ id: string; name: string }> {
  const workspace = { id: newId("wsp"), name: input.name };
  await db.insert(workspaces).values(workspace);
  await addMember(db, { workspaceId: workspace.id, userId: input.userId, role: "admin" });
  await seed(db, { id: workspace.id, userId: input.userId });
  return workspace;
}

export async function addMember(
  db: Queryable,
  member: { workspaceId: string; userId: string; role: Role },
): Promise<void> {
  await db.insert(members).values(member).onConflictDoNothing();
}

/** The installation's first workspace: where people land who sign up without an invitation. */
export async function firstWorkspaceId(db: Queryable): Promise<string | undefined> {
  const [first] = await db
    .select({ id: workspaces.id })
    .from(workspaces)
    .orderBy(asc(workspaces.createdAt))
    .limit(1);
  return first?.id;
}

export async function getWorkspace(
  db: Queryable,
  actor: WorkspaceActor,
): Promise<{ id: string; name: string }> {
  const [found] = await db.select().from(workspaces).where(eq(workspaces.id, actor.workspaceId));
  if (!found) throw new AppError("not_found", "There is no such workspace.");
  return { id: found.id, name: found.name };
}

export async function renameWorkspace(db: Queryable, actor: WorkspaceActor, name: string): Promise<void> {
  await db.update(workspaces).set({ name }).where(eq(workspaces.id, actor.workspaceId));
}
