import { and, desc, eq, isNull, lt, or } from "drizzle-orm";
import { apiKeys } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { AppError } from "@/workflows/errors/app-error";
import type { Actor, WorkspaceActor } from "./actor";
import { hashToken, newToken } from "./one-time-token";
import type { KeyScope } from "./permissions";

/** Lets people and secret scanners recognise a leaked key. */
export const apiKeyPrefix = "sb_";
/** How far `lastUsedAt` may lag: a busy key must not cost a write per call. */
const lastUsedLagMs = 60_000;

export interface ApiKey {
  id: string;
  name: string;
  preview: string;
  scopes: KeyScope[];
  createdAt: string;
  lastUsedAt: string | null;
}

/** The key itself is in the answer and nowhere else. */
export async function createApiKey(
  db: Queryable,
  owner: { workspaceId: string; userId?: string },
  input: { name: string; scopes: KeyScope[] },
): Promise<ApiKey & { key: string }> {
  const key = apiKeyPrefix + newToken();
  const [row] = await db
    .insert(apiKeys)
    .values({
      id: newId("key"),
      workspaceId: owner.workspaceId,
      name: input.name,
      hash: hashToken(key),
      preview: `${key.slice(0, 9)}…`,
      scopes: [...new Set(input.scopes)],
      createdBy: owner.userId ?? null,
    })
    .returning();
  if (!row) throw new Error("insert returned no key");
  return { ...toApiKey(row), key };
}

export async function listApiKeys(db: Queryable, actor: WorkspaceActor): Promise<ApiKey[]> {
  const rows = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, actor.workspaceId), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.createdAt));
  return rows.map(toApiKey);
}

/** @throws AppError `not_found` */
export async function revokeApiKey(db: Queryable, actor: WorkspaceActor, id: string): Promise<void> {
  const revoked = await db
    .update(apiKeys)
    .set({ revokedAt: new Date() })
    .where(and(eq(apiKeys.workspaceId, actor.workspaceId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  if (revoked.length === 0) throw new AppError("not_found", "There is no such key.");
}

/** Who a presented key speaks for; null when it is unknown or revoked. */
export async function actorOfKey(db: Queryable, presented: string): Promise<Actor | null> {
  const [row] = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.hash, hashToken(presented)), isNull(apiKeys.revokedAt)));
  if (!row) return null;
  await noteUse(db, row.id);
  return { kind: "key", keyId: row.id, name: row.name, workspaceId: row.workspaceId, scopes: row.scopes };
}

async function noteUse(db: Queryable, id: string): Promise<void> {
  const stale = lt(apiKeys.lastUsedAt, new Date(Date.now() - lastUsedLagMs));
  await db
    .update(apiKeys)
    .set({ lastUsedAt: new Date() })
    .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), stale)));
}

function toApiKey(row: typeof apiKeys.$inferSelect): ApiKey {
  return {
    id: row.id,
    name: row.name,
    preview: row.preview,
    scopes: row.scopes,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
