import { and, eq } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { runs } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import type { AnswerScope } from "@/workflows/graph/kept-answers";
import type { ToolUse } from "@/workflows/runtime/ports";

/**
 * Whose a kept answer of a tool is, as a part of its question; nothing where that is not known, so that nothing is
 * kept. A run never changes its agent, so each is looked up once.
 */
export function answerOwners(
  db: Queryable,
): (scope: AnswerScope, workspaceId: string, use: ToolUse) => Promise<object | undefined> {
  const agents = new LRUCache<string, string>({ max: 5_000 });
  return async (scope, workspaceId, { runId, person }) => {
    // Answers from before there were scopes are of the workspace.
    if (scope === "workspace") return {};
    if (scope === "user") return person === undefined ? undefined : { person };
    if (runId === undefined) return undefined;
    const known = agents.get(runId);
    if (known !== undefined) return { agentId: known };
    const [row] = await db
      .select({ agentId: runs.agentId })
      .from(runs)
      .where(and(eq(runs.id, runId), eq(runs.workspaceId, workspaceId)));
    if (!row) return undefined;
    agents.set(runId, row.agentId);
    return row;
  };
}
