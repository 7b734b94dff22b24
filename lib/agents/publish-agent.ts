import { eq, sql } from "drizzle-orm";
import { agents, agentVersions } from "@/drizzle/schema";
import type { AgentSummary } from "@/lib/api/contract/agents";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { fillPrompts } from "@/lib/prompts/fill-graph";
import { requireGreen } from "@/lib/testcases/require-green";
import { semanticHash } from "@/workflows/graph/canonical";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import { pinnedCalls } from "@/workflows/graph/pinned-calls";
import { withoutPins } from "@/workflows/graph/without-pins";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { findAgent, lockAgent, userIdOf } from "./agent-row";
import { configuredIn } from "./configured";
import { readDocument } from "./graph";
import { getAgent } from "./read-agents";
import { requireValid } from "./require-valid";
import { requireRevision } from "./stale-draft";
import { getVersion, type VersionSummary } from "./versions";

/**
 * Makes the draft the next version and puts it live. Warnings do not stand in the way; they are returned.
 * @throws AppError not_found, stale_revision, graph_invalid (data: the issues)
 */
export async function publishAgent(
  db: Queryable,
  actor: WorkspaceActor,
  agentId: string,
  input: { revision: number; note: string },
): Promise<VersionSummary & { warnings: Issue[] }> {
  return db.transaction(async (tx) => {
    const agent = await lockAgent(tx, actor, agentId);
    await requireRevision(tx, agent, input.revision);
    const document = readDocument(agent.draft);
    const configured = await configuredIn(tx, actor, pinnedCalls(document, nodeDefinitions));
    const warnings = requireValid(document, "published", { configured });
    await requireGreen(tx, agent, document);
    const number = await insertVersion(tx, {
      agentId,
      // What the newest prompts are now is what this version means for good.
      document: await fillPrompts(tx, actor.workspaceId, document),
      note: input.note,
      by: userIdOf(actor),
    });
    return { ...(await getVersion(tx, actor, agentId, number)), warnings };
  });
}

/** Writes the next version, without pins, and makes it the live one. The agent's row must be held. Returns its number. */
export async function insertVersion(
  tx: Queryable,
  version: { agentId: string; document: GraphDocument; note: string; by: string | null },
): Promise<number> {
  const { agentId, note, by } = version;
  const document = withoutPins(version.document);
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${agentVersions.number}), 0)`.mapWith(Number) })
    .from(agentVersions)
    .where(eq(agentVersions.agentId, agentId));
  const number = (last?.number ?? 0) + 1;
  await tx
    .insert(agentVersions)
    .values({ agentId, number, document, hash: semanticHash(document), note, publishedBy: by });
  await setLive(tx, agentId, number);
  return number;
}

/** Puts any version live: rolling back is the same step as going forward again. @throws AppError not_found */
export async function activateVersion(
  db: Queryable,
  actor: WorkspaceActor,
  agentId: string,
  number: number,
): Promise<VersionSummary> {
  const version = await getVersion(db, actor, agentId, number);
  await setLive(db, agentId, number);
  return { ...version, live: true };
}

/** Takes the agent offline; its versions stay. @throws AppError not_found */
export async function unpublishAgent(
  db: Queryable,
  actor: WorkspaceActor,
  agentId: string,
): Promise<AgentSummary> {
  await findAgent(db, actor, agentId);
  await setLive(db, agentId, null);
  return getAgent(db, actor, agentId);
}

async function setLive(db: Queryable, agentId: string, liveVersion: number | null): Promise<void> {
  await db.update(agents).set({ liveVersion, updatedAt: new Date() }).where(eq(agents.id, agentId));
}
