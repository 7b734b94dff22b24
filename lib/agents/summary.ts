import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { agents, agentVersions, runs } from "@/drizzle/schema";
import type { AgentSummary } from "@/lib/api/contract/agents";
import type { Queryable } from "@/lib/db/database";
import { semanticHash } from "@/workflows/graph/canonical";
import type { GraphDocument } from "@/workflows/graph/document";
import { readDocument } from "./graph";
import { messagesChannelOf } from "./inputs";

export type SummaryWithDraft = AgentSummary & { draft: GraphDocument };

/** Agents that match, with what lists and headers show of them; newest change first. */
export async function summarise(db: Queryable, where: SQL | undefined): Promise<SummaryWithDraft[]> {
  const lastRun = db
    .select({ status: runs.status, at: runs.createdAt })
    .from(runs)
    .where(eq(runs.agentId, agents.id))
    .orderBy(desc(runs.createdAt))
    .limit(1)
    .as("last_run");
  const rows = await db
    .select({ agent: agents, liveHash: agentVersions.hash, status: lastRun.status, at: lastRun.at })
    .from(agents)
    .leftJoin(
      agentVersions,
      and(eq(agentVersions.agentId, agents.id), eq(agentVersions.number, agents.liveVersion)),
    )
    .leftJoinLateral(lastRun, sql`true`)
    .where(where)
    .orderBy(desc(agents.updatedAt), agents.id);
  return rows.map(({ agent, liveHash, status, at }) => {
    const draft = readDocument(agent.draft);
    return {
      id: agent.id,
      name: agent.name,
      description: agent.description,
      slug: agent.slug,
      visibility: agent.visibility,
      asksFeedback: agent.asksFeedback,
      revision: agent.revision,
      liveVersion: agent.liveVersion,
      changedSinceLive: liveHash !== null && liveHash !== semanticHash(draft),
      nodeCount: Object.keys(draft.nodes).length,
      chat: messagesChannelOf(draft) !== null,
      lastRun: status && at ? { status, at: at.toISOString() } : null,
      createdAt: agent.createdAt.toISOString(),
      updatedAt: agent.updatedAt.toISOString(),
      draft,
    };
  });
}
