import { asc, eq, sql } from "drizzle-orm";
import { agents, agentVersions } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import type { KnownAgent } from "@/workflows/graph/known-agent";
import type { PinnedCall } from "@/workflows/graph/pinned-calls";
import { readSignatures } from "./signatures";

/**
 * The agents of a workspace as graphs that call them see them, by name; deleted ones as long as they can be restored.
 * @param pinned versions whose signatures are wanted beside those of the live ones
 */
export async function knownAgents(
  db: Queryable,
  workspaceId: string,
  pinned: readonly PinnedCall[],
): Promise<KnownAgent[]> {
  const rows = await db
    .select({
      id: agents.id,
      slug: agents.slug,
      name: agents.name,
      liveVersion: agents.liveVersion,
      deletedAt: agents.deletedAt,
      newestVersion: sql<number>`coalesce(max(${agentVersions.number}), 0)`.mapWith(Number),
    })
    .from(agents)
    .leftJoin(agentVersions, eq(agentVersions.agentId, agents.id))
    .where(eq(agents.workspaceId, workspaceId))
    .groupBy(agents.id)
    .orderBy(asc(agents.name), asc(agents.id));
  const wanted = rows.flatMap(({ id, slug, liveVersion, deletedAt }) => {
    if (deletedAt || liveVersion === null) return [];
    const versions = pinned.filter((call) => call.slug === slug).map(({ version }) => version);
    return [...new Set([liveVersion, ...versions])].map((version) => ({ agentId: id, version }));
  });
  const signatures = await readSignatures(db, wanted);
  return rows.map(({ deletedAt, ...agent }) => ({
    ...agent,
    isDeleted: deletedAt !== null,
    signatures: signatures.get(agent.id) ?? [],
  }));
}
