import { eq } from "drizzle-orm";
import { agents, draftChanges } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Database } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import { apply } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import type { Operation } from "@/workflows/graph/operation";
import { lockAgent, userIdOf } from "./agent-row";
import type { AnnounceDraft } from "./announce";
import { issuesOf, readDocument } from "./graph";
import { requireSize } from "./require-size";
import { requireRevision } from "./stale-draft";

export interface DraftOutcome {
  revision: number;
  issues: Issue[];
}

/**
 * Applies operations to the draft, all or none. A draft may have validation errors; they are returned.
 * @throws AppError not_found, stale_revision (data: staleDraftSchema), operation_not_applicable, too_large
 */
export async function changeDraft(
  db: Database,
  announce: AnnounceDraft,
  actor: WorkspaceActor,
  agentId: string,
  change: { revision: number; operations: Operation[] },
): Promise<DraftOutcome> {
  const { operations } = change;
  const { document, revision } = await db.transaction(async (tx) => {
    const agent = await lockAgent(tx, actor, agentId);
    await requireRevision(tx, agent, change.revision);
    const document = applyAll(readDocument(agent.draft), operations);
    const revision = agent.revision + 1;
    await tx
      .update(agents)
      .set({ draft: document, revision, updatedAt: new Date() })
      .where(eq(agents.id, agentId));
    await tx.insert(draftChanges).values({ agentId, revision, operations, userId: userIdOf(actor) });
    return { document, revision };
  });
  announce({
    agentId,
    workspaceId: actor.workspaceId,
    revision,
    operations,
    by: { userId: userIdOf(actor), name: actor.name },
  });
  return { revision, issues: issuesOf(document) };
}

function applyAll(draft: GraphDocument, operations: Operation[]): GraphDocument {
  let document = draft;
  for (const [index, operation] of operations.entries()) {
    const result = apply(document, operation);
    if (!result.ok) {
      const { message, path } = result.problem;
      throw new AppError("operation_not_applicable", message, { ...path, data: { index } });
    }
    document = result.value;
  }
  requireSize(document);
  return document;
}
