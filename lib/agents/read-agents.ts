import { and, eq, isNull } from "drizzle-orm";
import { agents } from "@/drizzle/schema";
import type { AgentSummary } from "@/lib/api/contract/agents";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { agentNotFound } from "./agent-row";
import { type SummaryWithDraft, summarise } from "./summary";

const alive = (actor: WorkspaceActor) =>
  and(eq(agents.workspaceId, actor.workspaceId), isNull(agents.deletedAt));

export function listAgents(db: Queryable, actor: WorkspaceActor): Promise<AgentSummary[]> {
  return summarise(db, alive(actor));
}

/** @throws AppError not_found */
export async function getAgent(db: Queryable, actor: WorkspaceActor, id: string): Promise<SummaryWithDraft> {
  const [agent] = await summarise(db, and(alive(actor), eq(agents.id, id)));
  if (!agent) throw agentNotFound();
  return agent;
}
