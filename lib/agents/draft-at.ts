import { LRUCache } from "lru-cache";
import type { Queryable } from "@/lib/db/database";
import { fillPrompts } from "@/lib/prompts/fill-graph";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Part } from "@/workflows/graph/part";
import type { AgentRow } from "./agent-row";
import { readDocument } from "./graph";
import { requireValid } from "./require-valid";
import { requireRevision } from "./stale-draft";

/** Whole drafts that were found valid: many runs may be asked of one revision. */
const checked = new LRUCache<string, GraphDocument>({ max: 100 });

/**
 * The draft as the caller knows it, ready to run, be it a part of it: with the texts that the prompt library has now.
 * @throws AppError stale_revision, graph_invalid (data: the issues)
 */
export async function draftAt(
  db: Queryable,
  agent: AgentRow,
  revision: number,
  part: Part = {},
): Promise<GraphDocument> {
  await requireRevision(db, agent, revision);
  const isWhole = part.from === undefined && part.until === undefined;
  const key = `${agent.id}~${revision}`;
  const known = isWhole ? checked.get(key) : undefined;
  if (known) return fillPrompts(db, agent.workspaceId, known, part);
  const document = readDocument(agent.draft);
  requireValid(document, "run", { part });
  if (isWhole) checked.set(key, document);
  return fillPrompts(db, agent.workspaceId, document, part);
}
