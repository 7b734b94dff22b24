import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { agents, secrets } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { listConnections } from "@/lib/models/connections";
import { providerOf } from "@/lib/models/providers/registry";
import type { Configured } from "@/workflows/graph/configured";

/** What the actor's workspace has set up for its graphs; names only, never a key or the value of a secret. */
export async function configuredIn(db: Queryable, actor: WorkspaceActor): Promise<Configured> {
  const { workspaceId } = actor;
  const connections = await listConnections(db, actor);
  const published = await db
    .select({ slug: agents.slug })
    .from(agents)
    .where(and(eq(agents.workspaceId, workspaceId), isNull(agents.deletedAt), isNotNull(agents.liveVersion)))
    .orderBy(asc(agents.slug));
  const stored = await db
    .select({ name: secrets.name })
    .from(secrets)
    .where(eq(secrets.workspaceId, workspaceId))
    .orderBy(asc(secrets.name));
  return {
    connections: [
      offline,
      ...connections.map(({ id, name, provider, keyPreview }) => ({
        id,
        name,
        ready: providerOf(provider).definition.key !== "required" || keyPreview !== null,
      })),
    ],
    agents: published.map(({ slug }) => slug),
    secrets: stored.map(({ name }) => name),
  };
}

const offline = { id: "offline", name: providerOf("offline").definition.title, ready: true };
