import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { agentVersions, users } from "@/drizzle/schema";
import type { versionSchema } from "@/lib/api/contract/agents";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import type { GraphDocument } from "@/workflows/graph/document";
import { type AgentRow, findAgent } from "./agent-row";
import { readDocument } from "./graph";

export type VersionSummary = z.infer<typeof versionSchema>;
export type VersionWithDocument = VersionSummary & { document: GraphDocument };

const columns = {
  number: agentVersions.number,
  note: agentVersions.note,
  hash: agentVersions.hash,
  publishedBy: users.name,
  createdAt: agentVersions.createdAt,
};

/** Newest first. @throws AppError not_found */
export async function listVersions(
  db: Queryable,
  actor: WorkspaceActor,
  agentId: string,
): Promise<VersionSummary[]> {
  const agent = await findAgent(db, actor, agentId);
  const rows = await db
    .select(columns)
    .from(agentVersions)
    .leftJoin(users, eq(users.id, agentVersions.publishedBy))
    .where(eq(agentVersions.agentId, agentId))
    .orderBy(desc(agentVersions.number));
  return rows.map((row) => toSummary(row, agent));
}

/** @throws AppError not_found */
export async function getVersion(
  db: Queryable,
  actor: WorkspaceActor,
  agentId: string,
  number: number,
): Promise<VersionWithDocument> {
  const agent = await findAgent(db, actor, agentId);
  const [row] = await db
    .select({ ...columns, document: agentVersions.document })
    .from(agentVersions)
    .leftJoin(users, eq(users.id, agentVersions.publishedBy))
    .where(and(eq(agentVersions.agentId, agentId), eq(agentVersions.number, number)));
  if (!row) throw new AppError("not_found", `This agent has no version ${number}.`);
  return { ...toSummary(row, agent), document: readDocument(row.document) };
}

/** Only the note: what was published stays as it was. @throws AppError not_found */
export async function updateVersion(
  db: Queryable,
  actor: WorkspaceActor,
  agentId: string,
  number: number,
  { note }: { note: string },
): Promise<VersionSummary> {
  const { document: _, ...version } = await getVersion(db, actor, agentId, number);
  await db
    .update(agentVersions)
    .set({ note })
    .where(and(eq(agentVersions.agentId, agentId), eq(agentVersions.number, number)));
  return { ...version, note };
}

type VersionRow = Omit<VersionSummary, "createdAt" | "live"> & { createdAt: Date };

function toSummary(row: VersionRow, agent: AgentRow): VersionSummary {
  const { number, note, hash, publishedBy } = row;
  return {
    number,
    note,
    hash,
    publishedBy,
    createdAt: row.createdAt.toISOString(),
    live: number === agent.liveVersion,
  };
}
