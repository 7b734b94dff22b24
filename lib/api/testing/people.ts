import { encode } from "next-auth/jwt";
import { createApiKey } from "@/lib/auth/api-keys";
import { type KeyScope, keyScopes, type Role, roles } from "@/lib/auth/permissions";
import { createUser } from "@/lib/auth/users";
import { addMember, createWorkspace } from "@/lib/auth/workspaces";
import type { Database } from "@/lib/db/database";

export type Caller = Role | `key:${KeyScope}` | "visitor" | "anonymous";
export const callers: readonly Caller[] = [
  ...roles,
  ...keyScopes.map((scope): Caller => `key:${scope}`),
  "visitor",
  "anonymous",
];

export interface Workspace {
  id: string;
  userIds: Record<Role, string>;
  /** Headers that each member and key sends. */
  headers: Record<Role | `key:${KeyScope}`, Record<string, string>>;
}

/** What the browser of a signed-in person sends. */
export async function sessionHeaders(userId: string, secret: string): Promise<Record<string, string>> {
  const token = await encode({ token: { sub: userId }, secret });
  return { cookie: `next-auth.session-token=${token}`, "sec-fetch-site": "same-origin" };
}

/** A workspace with a member of every role and a key of every scope. */
export async function populate(db: Database, name: string, sessionSecret: string): Promise<Workspace> {
  const userIds = { admin: "", developer: "", analyst: "", viewer: "" };
  for (const role of roles) {
    const email = `${role}@${name}.test`;
    userIds[role] = (await createUser(db, { email, name: `${role} of ${name}`, passwordHash: null })).id;
  }
  const { id } = await createWorkspace(db, { name, userId: userIds.admin }, async () => {});
  for (const role of roles) await addMember(db, { workspaceId: id, userId: userIds[role], role });

  const session = (role: Role) => sessionHeaders(userIds[role], sessionSecret);
  const key = async (scope: KeyScope) => {
    const created = await createApiKey(db, { workspaceId: id }, { name: scope, scopes: [scope] });
    return { authorization: `Bearer ${created.key}` };
  };
  const headers = {
    admin: await session("admin"),
    developer: await session("developer"),
    analyst: await session("analyst"),
    viewer: await session("viewer"),
    "key:run": await key("run"),
    "key:read": await key("read"),
    "key:manage": await key("manage"),
  };
  return { id, userIds, headers };
}
