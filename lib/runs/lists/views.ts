import { and, asc, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { runListViews, users } from "@/drizzle/schema";
import { type RunListView, runListViewSchema, type SavedView } from "@/lib/api/contract/run-lists";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { isUniqueViolation } from "@/lib/db/unique-violation";
import { AppError } from "@/workflows/errors/app-error";

const mostViews = 50;

/** The caller's own, and those that others share. */
export async function listViews(db: Queryable, actor: WorkspaceActor): Promise<SavedView[]> {
  const own = actor.kind === "member" ? eq(runListViews.userId, actor.userId) : undefined;
  const rows = await db
    .select({ view: runListViews, by: users.name })
    .from(runListViews)
    .innerJoin(users, eq(users.id, runListViews.userId))
    .where(and(eq(runListViews.workspaceId, actor.workspaceId), or(isNotNull(runListViews.sharedAt), own)))
    .orderBy(asc(runListViews.name));
  return rows.map(({ view, by }) => shown(actor, view, by));
}

function shown(actor: WorkspaceActor, row: typeof runListViews.$inferSelect, by: string): SavedView {
  return {
    id: row.id,
    name: row.name,
    view: runListViewSchema.parse(row.view),
    shared: row.sharedAt !== null,
    own: actor.kind === "member" && row.userId === actor.userId,
    by,
    updatedAt: row.updatedAt.toISOString(),
  };
}

export interface ViewWish {
  name: string;
  view: RunListView;
  shared: boolean;
}

/** Takes the place of the caller's view of that name. @throws AppError forbidden: a key has none, too_large */
export async function saveView(
  db: Queryable,
  actor: WorkspaceActor,
  { name, view, shared }: ViewWish,
): Promise<SavedView> {
  const userId = ownerOf(actor);
  const mine = and(eq(runListViews.workspaceId, actor.workspaceId), eq(runListViews.userId, userId));
  const names = await db.select({ name: runListViews.name }).from(runListViews).where(mine);
  if (names.length >= mostViews && !names.some((known) => known.name === name)) {
    throw new AppError("too_large", `You have ${mostViews} saved views. Delete one first.`, {
      field: "name",
    });
  }
  const sharedAt = shared ? new Date() : null;
  const [row] = await db
    .insert(runListViews)
    .values({ id: newId("view"), workspaceId: actor.workspaceId, userId, name, view, sharedAt })
    .onConflictDoUpdate({
      target: [runListViews.workspaceId, runListViews.userId, runListViews.name],
      set: { view, sharedAt, updatedAt: new Date() },
    })
    .returning();
  if (!row) throw new Error("An upsert gives its row back.");
  return shown(actor, row, actor.name);
}

/** @throws AppError not_found: there is none, or it is somebody else's; conflict: another has the name */
export async function updateView(
  db: Queryable,
  actor: WorkspaceActor,
  id: string,
  { name, view, shared }: Partial<ViewWish>,
): Promise<SavedView> {
  const change = {
    name,
    view,
    ...(shared !== undefined && { sharedAt: shared ? new Date() : null }),
    updatedAt: new Date(),
  };
  try {
    const [row] = await db.update(runListViews).set(change).where(ownView(actor, id)).returning();
    if (!row) throw viewNotFound();
    return shown(actor, row, actor.name);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", `You have a saved view named “${name}” already.`, { field: "name" });
  }
}

/** @throws AppError not_found: there is none, or it is somebody else's */
export async function deleteView(db: Queryable, actor: WorkspaceActor, id: string): Promise<void> {
  const gone = await db.delete(runListViews).where(ownView(actor, id)).returning({ id: runListViews.id });
  if (gone.length === 0) throw viewNotFound();
}

const viewNotFound = () => new AppError("not_found", "There is no such saved view of yours.");

function ownView(actor: WorkspaceActor, id: string): SQL | undefined {
  const mine = actor.kind === "member" ? eq(runListViews.userId, actor.userId) : sql`false`;
  return and(eq(runListViews.id, id), eq(runListViews.workspaceId, actor.workspaceId), mine);
}

function ownerOf(actor: WorkspaceActor): string {
  if (actor.kind === "member") return actor.userId;
  throw new AppError("forbidden", "Saved views belong to people; an API key has none.");
}
