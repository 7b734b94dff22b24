import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { sourceTools, toolSources, toolVersions } from "@/drizzle/schema";
import { type codeToolSchema, toolDefinitionSchema } from "@/lib/api/contract/code-tools";
import type { Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { AppError } from "@/workflows/errors/app-error";
import { type ToolRow, toSourceTool } from "../rows";

export type CodeTool = z.input<typeof codeToolSchema>;
export type VersionRow = typeof toolVersions.$inferSelect;

/** The source that all of a workspace's tools in code belong to; made when the first of them is. */
export async function codeSource(db: Queryable, workspaceId: string): Promise<string> {
  const id = newId("src");
  // Two who write the first tool at once get the same source.
  await db
    .insert(toolSources)
    .values({ id, workspaceId, kind: "code", name: "Tools in code", auth: { type: "none" } })
    .onConflictDoNothing();
  const [row] = await db
    .select({ id: toolSources.id })
    .from(toolSources)
    .where(and(eq(toolSources.workspaceId, workspaceId), eq(toolSources.kind, "code")));
  if (!row) throw new Error(`Workspace ${workspaceId} has no source for its tools in code`);
  return row.id;
}

export async function codeToolRows(db: Queryable, workspaceId: string): Promise<ToolRow[]> {
  const rows = await db
    .select({ tool: sourceTools })
    .from(sourceTools)
    .innerJoin(toolSources, eq(toolSources.id, sourceTools.sourceId))
    .where(and(eq(sourceTools.workspaceId, workspaceId), eq(toolSources.kind, "code")))
    .orderBy(sourceTools.name);
  return rows.map(({ tool }) => tool);
}

/** @throws AppError not_found */
export async function codeToolRow(
  db: Queryable,
  workspaceId: string,
  id: string,
  lock?: "update",
): Promise<ToolRow> {
  const query = db
    .select({ tool: sourceTools })
    .from(sourceTools)
    .innerJoin(toolSources, eq(toolSources.id, sourceTools.sourceId))
    .where(
      and(eq(sourceTools.workspaceId, workspaceId), eq(toolSources.kind, "code"), eq(sourceTools.id, id)),
    );
  const [row] = await (lock ? query.for(lock, { of: sourceTools }) : query);
  if (!row) throw new AppError("not_found", "There is no such tool in code.");
  return row.tool;
}

/** @throws AppError not_found */
export async function versionRow(db: Queryable, toolId: string, number: number): Promise<VersionRow> {
  const [row] = await db
    .select()
    .from(toolVersions)
    .where(and(eq(toolVersions.toolId, toolId), eq(toolVersions.number, number)));
  if (!row) throw new AppError("not_found", `The tool has no version ${number}.`);
  return row;
}

export const toVersion = ({ number, note, savedBy, createdAt }: VersionRow) => ({
  number,
  note,
  savedBy,
  savedAt: createdAt.toISOString(),
});

/** @throws AppError not_found */
export async function readCodeTool(db: Queryable, workspaceId: string, id: string): Promise<CodeTool> {
  const row = await codeToolRow(db, workspaceId, id);
  const versions = await db
    .select()
    .from(toolVersions)
    .where(eq(toolVersions.toolId, id))
    .orderBy(desc(toolVersions.number));
  const newest = versions.find(({ number }) => number === row.version);
  if (!newest) throw new Error(`Tool ${id} has no version ${row.version}`);
  return {
    tool: toSourceTool(row),
    definition: toolDefinitionSchema.parse(newest.definition),
    versions: versions.map(toVersion),
  };
}
