import { asc, eq } from "drizzle-orm";
import { sourceTools, toolSources } from "@/drizzle/schema";
import { toolSettingsSchema } from "@/lib/api/contract/tools";
import type { Queryable } from "@/lib/db/database";
import type { KnownTool } from "@/workflows/graph/configured";
import { contractOf, stateOf } from "./rows";

/** The tools of a workspace as its graphs see them. */
export async function knownTools(db: Queryable, workspaceId: string): Promise<KnownTool[]> {
  const rows = await db
    .select({ tool: sourceTools, source: toolSources.name, kind: toolSources.kind })
    .from(sourceTools)
    .innerJoin(toolSources, eq(toolSources.id, sourceTools.sourceId))
    .where(eq(sourceTools.workspaceId, workspaceId))
    .orderBy(asc(toolSources.name), asc(sourceTools.name));
  return rows.map(({ tool, source, kind }) => ({
    id: tool.id,
    name: tool.name,
    title: tool.title,
    source,
    repeatable: contractOf(tool).effect !== "act",
    state: stateOf(tool),
    version: kind === "code" ? tool.version : null,
    usableFor: toolSettingsSchema.parse(tool.settings).usableFor,
  }));
}
