import { and, eq, notExists, or, sql } from "drizzle-orm";
import { toolGrants, toolSources } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import type { settingsOf } from "../rows";

type Auth = ReturnType<typeof settingsOf>["auth"];

/**
 * Deletes the tokens of sign-ins that no source uses: of the one that a source had until now, and of those that
 * somebody began a day ago or longer and left.
 */
export async function forgetGrants(db: Queryable, workspaceId: string, before: Auth): Promise<void> {
  const released = before.type === "oauth" ? before.grant : "";
  const users = db
    .select({ id: toolSources.id })
    .from(toolSources)
    .where(
      and(eq(toolSources.workspaceId, workspaceId), sql`${toolSources.auth} ->> 'grant' = ${toolGrants.id}`),
    );
  await db
    .delete(toolGrants)
    .where(
      and(
        eq(toolGrants.workspaceId, workspaceId),
        or(eq(toolGrants.id, released), sql`${toolGrants.createdAt} < now() - interval '1 day'`),
        notExists(users),
      ),
    );
}
