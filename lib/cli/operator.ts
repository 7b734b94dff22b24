import { asc, eq, or } from "drizzle-orm";
import { workspaces } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";

/**
 * Whoever may run this program on the server's data may do anything; in records it appears as a key.
 * @param named id or name of the workspace; absent = the first
 * @throws AppError not_found
 */
export async function operatorOf(db: Queryable, named?: string): Promise<WorkspaceActor> {
  const wanted = named ? or(eq(workspaces.id, named), eq(workspaces.name, named)) : undefined;
  const [workspace] = await db
    .select()
    .from(workspaces)
    .where(wanted)
    .orderBy(asc(workspaces.createdAt))
    .limit(1);
  if (!workspace) {
    throw new AppError(
      "not_found",
      named ? `There is no workspace ${named}.` : "There is no workspace yet.",
      {
        hint: named
          ? ""
          : "Create the first administrator: npm run signalbox -- user create --email … --name …",
      },
    );
  }
  return {
    kind: "key",
    keyId: "command-line",
    name: "Command line",
    workspaceId: workspace.id,
    scopes: ["manage"],
  };
}
