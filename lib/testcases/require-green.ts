import { asc, eq, getTableColumns } from "drizzle-orm";
import { testCases } from "@/drizzle/schema";
import type { AgentRow } from "@/lib/agents/agent-row";
import { notGreenSchema } from "@/lib/api/contract/test-cases";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import type { GraphDocument } from "@/workflows/graph/document";
import { summaryOf } from "./case-row";
import { draftNow } from "./draft-now";

/**
 * Where an agent wants it, refuses a draft that has not passed all its tests as it is now.
 * @throws AppError conflict (data: the cases)
 */
export async function requireGreen(db: Queryable, agent: AgentRow, document: GraphDocument): Promise<void> {
  if (!agent.testsRequired) return;
  const { mocks: _mocks, ...columns } = getTableColumns(testCases);
  const rows = await db
    .select(columns)
    .from(testCases)
    .where(eq(testCases.agentId, agent.id))
    .orderBy(asc(testCases.createdAt), asc(testCases.id));
  const now = await draftNow(db, agent, document);
  const cases = rows.map((row) => summaryOf(row, now));
  const failed = cases.filter(({ last, outdated }) => last && !outdated && !last.ok);
  const untried = cases.filter(({ last, outdated }) => !last || outdated);
  if (failed.length + untried.length === 0) return;
  const what = [
    failed.length > 0 && `failed: ${named(failed)}`,
    untried.length > 0 && `not run on this draft: ${named(untried)}`,
  ].filter(Boolean);
  throw new AppError(
    "conflict",
    `The draft was not published, because its tests are not green (${what.join("; ")}).`,
    {
      hint: "Run the tests in the Tests tab, mend what fails, then publish again.",
      data: notGreenSchema.parse({ reason: "tests", failed, untried }),
    },
  );
}

const mostNamed = 3;

function named(cases: readonly { name: string }[]): string {
  const first = cases.slice(0, mostNamed).map(({ name }) => `“${name}”`);
  return cases.length > mostNamed
    ? `${first.join(", ")} and ${cases.length - mostNamed} more`
    : first.join(", ");
}
