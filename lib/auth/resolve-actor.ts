import { and, asc, eq, inArray } from "drizzle-orm";
import { members, users } from "@/drizzle/schema";
import type { Database } from "@/lib/db/database";
import { gathered } from "@/lib/db/gathered";
import type { Actor } from "./actor";
import { actorOfKey, apiKeyPrefix } from "./api-keys";
import { readCookies } from "./cookies";
import { type SessionSettings, sessionUserId } from "./session-user";
import { type Visitors, visitorCookieName } from "./visitor";

export type ResolveActor = (headers: Headers) => Promise<Actor | null>;

/** Who sends these headers: an API key, else a signed-in member, else a visitor of public pages. */
export function createActorResolver(
  db: Database,
  settings: SessionSettings,
  visitors: Visitors,
): ResolveActor {
  return async (headers) => {
    const key = presentedKey(headers);
    // A key that is wrong must not fall back to a cookie that happens to be there.
    if (key !== null) return key.startsWith(apiKeyPrefix) ? actorOfKey(db, key) : null;
    return (await memberActor(db, headers, settings)) ?? visitorActor(headers, visitors);
  };
}

/** From `Authorization: Bearer …` or `X-Api-Key`. */
function presentedKey(headers: Headers): string | null {
  const authorization = headers.get("authorization");
  if (authorization !== null) return /^bearer +(\S+)$/i.exec(authorization.trim())?.[1] ?? "";
  return headers.get("x-api-key");
}

/** Read from the database each time: a changed role or a removed member takes effect at once. */
async function memberActor(db: Database, headers: Headers, settings: SessionSettings): Promise<Actor | null> {
  const userId = await sessionUserId(headers, settings);
  if (!userId) return null;
  const row = await membership(db, userId);
  return row ? { kind: "member", ...row } : null;
}

/** The first membership of a user who is not locked out. */
const membership = gathered(async (db: Database, userIds: string[]) => {
  const rows = await db
    .selectDistinctOn([members.userId], {
      userId: members.userId,
      name: users.name,
      workspaceId: members.workspaceId,
      role: members.role,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(inArray(members.userId, userIds), eq(users.disabled, false)))
    .orderBy(asc(members.userId), asc(members.createdAt));
  return new Map(rows.map((row) => [row.userId, row]));
});

function visitorActor(headers: Headers, visitors: Visitors): Actor | null {
  const cookie = readCookies(headers)[visitorCookieName];
  const visitorId = cookie ? visitors.read(cookie) : null;
  return visitorId ? { kind: "visitor", visitorId } : null;
}
