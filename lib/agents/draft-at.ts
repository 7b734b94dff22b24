import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Part } from "@/workflows/graph/part";
import { type AgentRow, findAgent } from "./agent-row";
import { readDocument } from "./graph";
import { requireValid } from "./require-valid";
import { requireRevision } from "./stale-draft";

/**
 * The draft as the caller knows it, ready to run, be it a part of it.
 * @throws AppError not_found, stale_revision, graph_invalid (data: the issues)
 */
export async function draftAt(
  db: Queryable,
  actor: WorkspaceActor,
  agentId: string,
  revision: number,
  part: Part = {},
): Promise<{ agent: AgentRow; document: GraphDocument }> {
  const agent = await findAgent(db, actor, agentId);
  await requireRevision(db, agent, revision);
  const document = readDocument(agent.draft);
  requireValid(document, "run", { part });
  return { agent, document };
}
