import type { AgentSummary } from "@/lib/api/contract/agents";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import type { GraphDocument } from "@/workflows/graph/document";
import { templateOf } from "@/workflows/templates/registry";
import { findAgent, userIdOf } from "./agent-row";
import { importDocument, readDocument } from "./graph";
import { insertAgent } from "./insert-agent";
import { getAgent } from "./read-agents";
import { requireSize } from "./require-size";

export type AgentSource =
  | { kind: "template"; template: string }
  | { kind: "agent"; agentId: string }
  /** From outside: of any known format, checked before it is kept. */
  | { kind: "document"; document?: unknown };

/** @throws AppError not_found, graph_invalid, graph_format_unknown, too_large */
export async function createAgent(
  db: Queryable,
  actor: WorkspaceActor,
  input: { name: string; from: AgentSource },
): Promise<AgentSummary> {
  const draft = await draftFrom(db, actor, input.from);
  requireSize(draft);
  const { workspaceId } = actor;
  const id = await insertAgent(db, { workspaceId, name: input.name, draft, createdBy: userIdOf(actor) });
  return getAgent(db, actor, id);
}

async function draftFrom(db: Queryable, actor: WorkspaceActor, from: AgentSource): Promise<GraphDocument> {
  if (from.kind === "template") return templateDocument(from.template);
  if (from.kind === "document") return importDocument(from.document);
  const source = await findAgent(db, actor, from.agentId);
  return readDocument(source.draft);
}

function templateDocument(id: string): GraphDocument {
  const template = templateOf(id);
  if (!template) throw new AppError("not_found", `There is no template "${id}".`, { field: "from.template" });
  return template.document;
}
