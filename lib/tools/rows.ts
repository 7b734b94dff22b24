import { and, asc, count, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { sourceTools, toolSources } from "@/drizzle/schema";
import {
  importKinds,
  type SourceSettings,
  type sourceSchema,
  sourceSettingsSchema,
  type sourceToolSchema,
  toolSettingsSchema,
} from "@/lib/api/contract/tools";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import type { ToolState } from "@/workflows/graph/configured";
import { contractSchema, differences, hashOf, type ToolContract } from "./contract";

export type Source = z.output<typeof sourceSchema>;
export type SourceTool = z.output<typeof sourceToolSchema>;
export type SourceRow = typeof toolSources.$inferSelect;
export type ToolRow = typeof sourceTools.$inferSelect;

export const contractOf = ({ contract }: Pick<ToolRow, "contract">): ToolContract =>
  contractSchema.parse(contract);

/** Of a source that was imported. */
const importSettingsOf = (row: SourceRow) => importSettingsSchema.parse(settingsOf(row));
const importSettingsSchema = sourceSettingsSchema.extend({ kind: z.enum(importKinds) });

export const settingsOf = ({
  kind,
  address,
  describedAt,
  command,
  auth,
  allowPrivate,
}: SourceRow): SourceSettings =>
  sourceSettingsSchema.parse({ kind, address, describedAt, command, auth, allowPrivate });

/** Whether agents may use it, or why not. */
export function stateOf({
  settings,
  gone,
  pending,
}: Pick<ToolRow, "settings" | "gone" | "pending">): ToolState {
  if (!toolSettingsSchema.parse(settings).enabled) return "off";
  if (gone) return "gone";
  return pending === null ? "ready" : "changed";
}

/** A workspace's own code has no source that could be looked at. */
const isImported = ne(toolSources.kind, "code");

const waiting = sql<number>`count(*) filter (where ${sourceTools.pending} is not null or ${sourceTools.gone})`;

/** @param id only this one */
export async function readSources(db: Queryable, workspaceId: string, id?: string): Promise<Source[]> {
  const rows = await db
    .select({ source: toolSources, tools: count(sourceTools.id), waiting: waiting.mapWith(Number) })
    .from(toolSources)
    .leftJoin(sourceTools, eq(sourceTools.sourceId, toolSources.id))
    .where(
      and(
        eq(toolSources.workspaceId, workspaceId),
        isImported,
        id === undefined ? undefined : eq(toolSources.id, id),
      ),
    )
    .groupBy(toolSources.id)
    .orderBy(asc(toolSources.name), asc(toolSources.id));
  return rows.map(({ source, tools, waiting: changed }) => ({
    ...importSettingsOf(source),
    id: source.id,
    name: source.name,
    version: source.version,
    pasted: source.document !== null,
    tools,
    waiting: changed,
    lastContactAt: source.lastContactAt?.toISOString() ?? null,
    lastError: source.lastError,
    lastStderr: source.lastStderr,
    updatedAt: source.updatedAt.toISOString(),
  }));
}

/** @throws AppError not_found */
export async function readSource(db: Queryable, workspaceId: string, id: string): Promise<Source> {
  const [source] = await readSources(db, workspaceId, id);
  if (!source) throw noSource();
  return source;
}

/** @throws AppError not_found */
export async function sourceRow(db: Queryable, workspaceId: string, id: string): Promise<SourceRow> {
  const [row] = await db
    .select()
    .from(toolSources)
    .where(and(eq(toolSources.workspaceId, workspaceId), isImported, eq(toolSources.id, id)));
  if (!row) throw noSource();
  return row;
}

export function toolRows(db: Queryable, sourceId: string): Promise<ToolRow[]> {
  return db
    .select()
    .from(sourceTools)
    .where(eq(sourceTools.sourceId, sourceId))
    .orderBy(asc(sourceTools.group), asc(sourceTools.name));
}

export function toSourceTool(row: ToolRow): SourceTool {
  const { plan: _, ...approved } = contractOf(row);
  return {
    id: row.id,
    sourceId: row.sourceId,
    key: row.key,
    name: row.name,
    group: row.group,
    title: row.title,
    ...approved,
    state: stateOf(row),
    version: row.version,
    settings: toolSettingsSchema.parse(row.settings),
    pending: pendingOf(row),
    kept: { calls: row.keptCalls, hits: row.keptHits },
    approvedAt: row.approvedAt.toISOString(),
  };
}

function pendingOf(row: ToolRow): SourceTool["pending"] {
  if (row.pending === null) return null;
  const pending = contractSchema.parse(row.pending);
  const { plan: _, ...shown } = pending;
  return { ...shown, hash: hashOf(pending), changed: differences(contractOf(row), pending) };
}

const noSource = () => new AppError("not_found", "There is no such tool source.");
