import { and, desc, eq, gt } from "drizzle-orm";
import type { z } from "zod";
import { draftChanges, users } from "@/drizzle/schema";
import type { staleDraftSchema } from "@/lib/api/contract/agents";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import type { AgentRow } from "./agent-row";
import { readDocument, readOperations } from "./graph";

/** An editor that is further behind gets the newest of what it missed, and the draft as it is. */
const changesShown = 100;

type StaleDraft = z.input<typeof staleDraftSchema>;

/**
 * Refuses a change that was made on another revision than the draft has, with what an editor needs to catch up.
 * @throws AppError stale_revision
 */
export async function requireRevision(db: Queryable, agent: AgentRow, revision: number): Promise<void> {
  if (revision === agent.revision) return;
  const data: StaleDraft = {
    revision: agent.revision,
    draft: readDocument(agent.draft),
    changes: await changesAfter(db, agent.id, revision),
  };
  throw new AppError(
    "stale_revision",
    `The draft is at revision ${agent.revision}, this change was made on ${revision}. Nothing was overwritten.`,
    { hint: "Take over what changed, then save again.", data },
  );
}

async function changesAfter(
  db: Queryable,
  agentId: string,
  revision: number,
): Promise<StaleDraft["changes"]> {
  const rows = await db
    .select({
      revision: draftChanges.revision,
      by: users.name,
      at: draftChanges.createdAt,
      operations: draftChanges.operations,
    })
    .from(draftChanges)
    .leftJoin(users, eq(users.id, draftChanges.userId))
    .where(and(eq(draftChanges.agentId, agentId), gt(draftChanges.revision, revision)))
    .orderBy(desc(draftChanges.revision))
    .limit(changesShown);
  return rows.reverse().map((row) => ({
    ...row,
    at: row.at.toISOString(),
    operations: readOperations(row.operations),
  }));
}
