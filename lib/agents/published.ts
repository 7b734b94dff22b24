import { and, eq, isNull } from "drizzle-orm";
import { agents, agentVersions } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import type { GraphDocument } from "@/workflows/graph/document";
import { readDocument } from "./graph";

/** An agent that is live, by the address of its chat page. */
export interface PublishedAgent {
  id: string;
  workspaceId: string;
  name: string;
  description: string;
  slug: string;
  visibility: "workspace" | "public";
  version: number;
  /** Who chats can say what they think of its answers. */
  asksFeedback: boolean;
}

/** Deleted agents and those without a live version are not there. */
export async function findPublished(db: Queryable, slug: string): Promise<PublishedAgent | null> {
  const [row] = await db
    .select({
      id: agents.id,
      workspaceId: agents.workspaceId,
      name: agents.name,
      description: agents.description,
      slug: agents.slug,
      visibility: agents.visibility,
      version: agents.liveVersion,
      asksFeedback: agents.asksFeedback,
    })
    .from(agents)
    .where(and(eq(agents.slug, slug), isNull(agents.deletedAt)));
  return row && row.version !== null ? { ...row, version: row.version } : null;
}

export async function hasVersion(db: Queryable, agentId: string, version: number): Promise<boolean> {
  const rows = await db
    .select({ number: agentVersions.number })
    .from(agentVersions)
    .where(and(eq(agentVersions.agentId, agentId), eq(agentVersions.number, version)));
  return rows.length > 0;
}

/** The graph of a version that exists. */
export async function documentOf(db: Queryable, agentId: string, version: number): Promise<GraphDocument> {
  const [row] = await db
    .select({ document: agentVersions.document })
    .from(agentVersions)
    .where(and(eq(agentVersions.agentId, agentId), eq(agentVersions.number, version)));
  if (!row) throw new Error(`Agent ${agentId} has no version ${version}`);
  return readDocument(row.document);
}
