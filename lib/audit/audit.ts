import { auditEvents } from "@/drizzle/schema";
import type { Actor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";

export interface AuditEntry {
  /** Null for what somebody not signed in did, e.g. the setup; `system` for what nobody asked for. */
  actor: Actor | "system" | null;
  /** Defaults to the actor's. */
  workspaceId?: string;
  /** What was done, e.g. `member.role-changed`. */
  action: string;
  target: { kind: string; id?: string };
  /** Plain data, never a secret. */
  data?: Record<string, unknown>;
}

/** Appends who changed what. Nothing in the product changes or deletes these rows. */
export async function writeAudit(db: Queryable, entry: AuditEntry): Promise<void> {
  const { target } = entry;
  const actor = entry.actor === "system" ? null : entry.actor;
  await db.insert(auditEvents).values({
    workspaceId: entry.workspaceId ?? (actor && actor.kind !== "visitor" ? actor.workspaceId : null),
    actorKind: entry.actor === "system" ? "system" : (actor?.kind ?? "anonymous"),
    actorId: actor ? actorId(actor) : null,
    actorName: actor && actor.kind !== "visitor" ? actor.name : null,
    action: entry.action,
    targetKind: target.kind,
    targetId: target.id ?? null,
    data: entry.data ?? null,
  });
}

function actorId(actor: Actor): string {
  if (actor.kind === "member") return actor.userId;
  return actor.kind === "key" ? actor.keyId : actor.visitorId;
}
