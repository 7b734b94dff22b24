import { and, eq } from "drizzle-orm";
import { testCases } from "@/drizzle/schema";
import { type CaseResult, type CaseSummary, caseResultSchema } from "@/lib/api/contract/test-cases";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import { testCaseSchema } from "@/workflows/testcases/test-case";
import type { DraftNow } from "./draft-now";

export type CaseRow = typeof testCases.$inferSelect;

/** @throws AppError not_found */
export async function findCase(db: Queryable, actor: WorkspaceActor, id: string): Promise<CaseRow> {
  const [row] = await db
    .select()
    .from(testCases)
    .where(and(eq(testCases.id, id), eq(testCases.workspaceId, actor.workspaceId)));
  if (!row) throw new AppError("not_found", "There is no such test case in this workspace.");
  return row;
}

/** A case as screens know it. @param now the draft as it is now */
export function summaryOf(row: Omit<CaseRow, "mocks">, now: DraftNow): CaseSummary {
  const last = caseResultSchema.nullable().catch(null).parse(row.lastResult);
  const outdatedBy = last && changeSince(last, now);
  return {
    id: row.id,
    agentId: row.agentId,
    name: row.name,
    case: testCaseSchema.parse(row.case),
    mocks: row.mockCount,
    originRunId: row.originRunId,
    last,
    outdated: outdatedBy !== null,
    outdatedBy,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function changeSince(last: CaseResult, { graphHash, prompts }: DraftNow): CaseSummary["outdatedBy"] {
  if (last.graphHash !== graphHash) return "graph";
  return last.prompts.join() === prompts.join() ? null : "prompts";
}
