import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { invitations, workspaces } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { AppError } from "@/workflows/errors/app-error";
import type { WorkspaceActor } from "./actor";
import { hashToken, newToken } from "./one-time-token";
import type { Role } from "./permissions";

const validDays = 7;

export interface Invitation {
  id: string;
  email: string | null;
  role: Role;
  expiresAt: string;
  createdAt: string;
}

/** The token is in the answer and nowhere else. */
export async function createInvitation(
  db: Queryable,
  actor: WorkspaceActor,
  input: { email?: string; role: Role },
): Promise<Invitation & { token: string }> {
  const token = newToken();
  const [row] = await db
    .insert(invitations)
    .values({
      id: newId("inv"),
      workspaceId: actor.workspaceId,
      email: input.email ?? null,
      role: input.role,
      tokenHash: hashToken(token),
      invitedBy: actor.kind === "member" ? actor.userId : null,
      expiresAt: new Date(Date.now() + validDays * 24 * 60 * 60 * 1000),
    })
    .returning();
  if (!row) throw new Error("insert returned no invitation");
  return { ...toInvitation(row), token };
}

export async function listInvitations(db: Queryable, actor: WorkspaceActor): Promise<Invitation[]> {
  const rows = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.workspaceId, actor.workspaceId), isOpen()))
    .orderBy(desc(invitations.createdAt));
  return rows.map(toInvitation);
}

/** @throws AppError `not_found` */
export async function revokeInvitation(db: Queryable, actor: WorkspaceActor, id: string): Promise<void> {
  const removed = await db
    .delete(invitations)
    .where(and(eq(invitations.workspaceId, actor.workspaceId), eq(invitations.id, id), isOpen()))
    .returning({ id: invitations.id });
  if (removed.length === 0) throw new AppError("not_found", "There is no such open invitation.");
}

/** What a link invites to. @throws AppError `not_found` for a used, expired or unknown one */
export async function invitationInfo(
  db: Queryable,
  token: string,
): Promise<{ workspace: string; role: Role; email: string | null }> {
  const [found] = await db
    .select({ workspace: workspaces.name, role: invitations.role, email: invitations.email })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(and(eq(invitations.tokenHash, hashToken(token)), isOpen()));
  if (!found) throw gone();
  return found;
}

/**
 * Uses an invitation up. Of two people with the same link one gets it.
 * @throws AppError `not_found`; `forbidden` when it was made out to another address
 */
export async function acceptInvitation(
  db: Queryable,
  input: { token: string; email: string },
): Promise<{ workspaceId: string; role: Role }> {
  const [row] = await db
    .update(invitations)
    .set({ acceptedAt: new Date() })
    .where(and(eq(invitations.tokenHash, hashToken(input.token)), isOpen()))
    .returning();
  if (!row) throw gone();
  if (row.email && row.email.toLowerCase() !== input.email.trim().toLowerCase()) {
    throw new AppError("forbidden", "This invitation was made out to another e-mail address.", {
      field: "email",
    });
  }
  return { workspaceId: row.workspaceId, role: row.role };
}

const isOpen = () => and(isNull(invitations.acceptedAt), gt(invitations.expiresAt, new Date()));

const gone = () =>
  new AppError("not_found", "This invitation was used already, has expired or was withdrawn.", {
    hint: "Ask an administrator for a new link.",
  });

function toInvitation(row: typeof invitations.$inferSelect): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}
