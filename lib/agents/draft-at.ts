import type { Queryable } from "@/lib/db/database";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Part } from "@/workflows/graph/part";
import type { AgentRow } from "./agent-row";
import { readDocument } from "./graph";
import { requireValid } from "./require-valid";
import { requireRevision } from "./stale-draft";

/**
 * The draft as the caller knows it, ready to run, be it a part of it.
 * @throws AppError stale_revision, graph_invalid (data: the issues)
 */
export async function draftAt(
  db: Queryable,
  agent: AgentRow,
  revision: number,
  part: Part = {},
): Promise<GraphDocument> {
  await requireRevision(db, agent, revision);
  const document = readDocument(agent.draft);
  requireValid(document, "run", { part });
  return document;
}
