import { and, asc, eq, ne } from "drizzle-orm";
import { members, users, workspaces } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import type { WorkspaceActor } from "./actor";
import type { Role } from "./permissions";

export interface Member {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
}

export async function listMembers(db: Queryable, actor: WorkspaceActor): Promise<Member[]> {
  const rows = await selectMembers(db)
    .where(eq(members.workspaceId, actor.workspaceId))
    .orderBy(asc(users.name));
  return rows.map(toMember);
}

/** @throws AppError `not_found` */
export async function getMember(db: Queryable, actor: WorkspaceActor, userId: string): Promise<Member> {
  const [row] = await selectMembers(db).where(isMember(actor, userId));
  if (!row) throw new AppError("not_found", "There is no such member.");
  return toMember(row);
}

/** @throws AppError `not_found`; `conflict` when nobody would be left to administer the workspace */
export async function setMemberRole(
  db: Queryable,
  actor: WorkspaceActor,
  userId: string,
  role: Role,
): Promise<Member> {
  return db.transaction(async (tx) => {
    const member = await lockMember(tx, actor, userId);
    if (member.role === "admin" && role !== "admin") await requireAnotherAdmin(tx, actor, userId);
    await tx.update(members).set({ role }).where(isMember(actor, userId));
    return { ...member, role };
  });
}

/** @throws AppError `not_found`; `conflict` when nobody would be left to administer the workspace */
export async function removeMember(db: Queryable, actor: WorkspaceActor, userId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const member = await lockMember(tx, actor, userId);
    if (member.role === "admin") await requireAnotherAdmin(tx, actor, userId);
    await tx.delete(members).where(isMember(actor, userId));
  });
}

const isMember = (actor: WorkspaceActor, userId: string) =>
  and(eq(members.workspaceId, actor.workspaceId), eq(members.userId, userId));

const selectMembers = (db: Queryable) =>
  db
    .select({
      userId: members.userId,
      name: users.name,
      email: users.email,
      role: members.role,
      createdAt: members.createdAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId));

/** Changes of one workspace's members wait for each other: two administrators cannot remove one another. */
async function lockMember(tx: Queryable, actor: WorkspaceActor, userId: string): Promise<Member> {
  await tx.select().from(workspaces).where(eq(workspaces.id, actor.workspaceId)).for("update");
  return getMember(tx, actor, userId);
}

async function requireAnotherAdmin(tx: Queryable, actor: WorkspaceActor, userId: string): Promise<void> {
  const others = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(
      and(eq(members.workspaceId, actor.workspaceId), eq(members.role, "admin"), ne(members.userId, userId)),
    )
    .limit(1);
  if (others.length > 0) return;
  throw new AppError("conflict", "The last administrator of a workspace keeps that role.", {
    hint: "Make somebody else an administrator first.",
  });
}

function toMember({ createdAt, ...rest }: Omit<Member, "joinedAt"> & { createdAt: Date }): Member {
  return { ...rest, joinedAt: createdAt.toISOString() };
}
