import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import type { GraphDocument } from "@/workflows/graph/document";
import { type AgentRow, findAgent } from "./agent-row";
import { readDocument } from "./graph";
import { requireValid } from "./require-valid";
import { requireRevision } from "./stale-draft";

/**
 * The draft as the caller knows it, ready to run.
 * @throws AppError not_found, stale_revision, graph_invalid (data: the issues)
 */
export async function draftAt(
  db: Queryable,
  actor: WorkspaceActor,
  agentId: string,
  revision: number,
): Promise<{ agent: AgentRow; document: GraphDocument }> {
  const agent = await findAgent(db, actor, agentId);
  await requireRevision(db, agent, revision);
  const document = readDocument(agent.draft);
  requireValid(document, "run");
  return { agent, document };
}
