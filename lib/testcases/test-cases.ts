import { asc, eq, getTableColumns } from "drizzle-orm";
import { agents, testCases } from "@/drizzle/schema";
import { findAgent, userIdOf } from "@/lib/agents/agent-row";
import { draftAt } from "@/lib/agents/draft-at";
import type { CaseResult, CaseSummary } from "@/lib/api/contract/test-cases";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Database, Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { type StoredMocks, storedMocksSchema } from "@/lib/runs/recording/open-recording";
import type { RunService } from "@/lib/runs/service/run-service";
import { AppError } from "@/workflows/errors/app-error";
import type { JsonObject } from "@/workflows/graph/json";
import { localKinds } from "@/workflows/recording/recorded-call";
import { readLines, writeLines } from "@/workflows/testcases/case-lines";
import { patternProblem } from "@/workflows/testcases/pattern";
import { type Expectation, type TestCase, testCaseSchema } from "@/workflows/testcases/test-case";
import { caseOfRun, caseOfSpan } from "./case-of-run";
import { findCase, summaryOf } from "./case-row";
import { draftNow } from "./draft-now";
import { tryCase } from "./try-case";

const mostCases = 500;

interface NewCase {
  name: string;
  case: TestCase;
  mocks: StoredMocks | null;
  originRunId: string | null;
}

/** The cases that agents are tried with. Every method stays inside the actor's workspace. */
export class TestCases {
  constructor(
    private readonly db: Database,
    private readonly runs: RunService,
  ) {}

  /** @throws AppError not_found */
  async list(actor: WorkspaceActor, agentId: string): Promise<{ items: CaseSummary[]; required: boolean }> {
    const agent = await findAgent(this.db, actor, agentId);
    const { mocks: _mocks, ...columns } = getTableColumns(testCases);
    const rows = await this.db
      .select(columns)
      .from(testCases)
      .where(eq(testCases.agentId, agentId))
      .orderBy(asc(testCases.createdAt), asc(testCases.id));
    const now = await draftNow(this.db, agent);
    return { items: rows.map((row) => summaryOf(row, now)), required: agent.testsRequired };
  }

  /**
   * Makes a case of a run, or of the visit that a span belongs to.
   * @throws AppError not_found, conflict: it did not end well, or is no longer kept
   */
  async fromRun(
    actor: WorkspaceActor,
    runId: string,
    wish: { span?: string | undefined; name?: string | undefined },
  ): Promise<CaseSummary> {
    const recording = await this.runs.recording(actor, runId);
    const { run, view, document } = await this.runs.view(actor, runId);
    const agent = await findAgent(this.db, actor, run.agentId);
    const source = { run, view, document, recording };
    const drawn =
      wish.span === undefined
        ? caseOfRun({ ...source, before: await this.runs.stateBefore(actor, runId) })
        : caseOfSpan(source, wish.span);
    const [id = ""] = await this.insert(this.db, actor, agent.id, [
      {
        name: wish.name ?? drawn.name,
        case: drawn.case,
        mocks: { calls: drawn.calls, aliases: [runId, run.threadId] },
        originRunId: runId,
      },
    ]);
    return this.get(actor, id);
  }

  async get(actor: WorkspaceActor, id: string): Promise<CaseSummary> {
    const row = await findCase(this.db, actor, id);
    const agent = await findAgent(this.db, actor, row.agentId);
    return summaryOf(row, await draftNow(this.db, agent));
  }

  /** What it came to before is no result of the changed case. @throws AppError not_found, invalid_input */
  async update(
    actor: WorkspaceActor,
    id: string,
    {
      name,
      input,
      expect,
    }: { name?: string | undefined; input?: JsonObject | undefined; expect?: Expectation[] | undefined },
  ): Promise<CaseSummary> {
    const row = await findCase(this.db, actor, id);
    const before = testCaseSchema.parse(row.case);
    const changed = { ...before, ...(input && { input }), ...(expect && { expect }) };
    requirePatterns(changed);
    const isOther = input !== undefined || expect !== undefined;
    await this.db
      .update(testCases)
      .set({
        ...(name && { name }),
        case: changed,
        updatedAt: new Date(),
        ...(isOther && { lastResult: null }),
      })
      .where(eq(testCases.id, id));
    return this.get(actor, id);
  }

  /** @throws AppError not_found */
  async remove(actor: WorkspaceActor, id: string): Promise<void> {
    await findCase(this.db, actor, id);
    await this.db.delete(testCases).where(eq(testCases.id, id));
  }

  /** Tries a case on the draft as it is now. @throws AppError not_found, graph_invalid, and as starting a run does */
  async run(
    actor: WorkspaceActor,
    id: string,
    mode: CaseResult["mode"],
    signal: AbortSignal,
  ): Promise<CaseSummary> {
    const row = await findCase(this.db, actor, id);
    const agent = await findAgent(this.db, actor, row.agentId);
    const { node } = testCaseSchema.parse(row.case);
    const part = node === undefined ? {} : { from: node, until: node };
    const document = await draftAt(this.db, agent, agent.revision, part);
    const lastResult = await tryCase(this.runs, actor, {
      row,
      revision: agent.revision,
      document,
      mode,
      signal,
    });
    await this.db.update(testCases).set({ lastResult }).where(eq(testCases.id, id));
    return this.get(actor, id);
  }

  /** @throws AppError not_found */
  async require(
    db: Queryable,
    actor: WorkspaceActor,
    agentId: string,
    required: boolean,
  ): Promise<{ required: boolean }> {
    await findAgent(db, actor, agentId);
    await db.update(agents).set({ testsRequired: required }).where(eq(agents.id, agentId));
    return { required };
  }

  /** @throws AppError not_found */
  async export(actor: WorkspaceActor, agentId: string): Promise<{ lines: string }> {
    await findAgent(this.db, actor, agentId);
    const rows = await this.db
      .select()
      .from(testCases)
      .where(eq(testCases.agentId, agentId))
      .orderBy(asc(testCases.createdAt), asc(testCases.id));
    return {
      lines: writeLines(
        rows.map((row) => ({
          name: row.name,
          ...testCaseSchema.parse(row.case),
          mocks: row.mocks === null ? null : storedMocksSchema.parse(JSON.parse(row.mocks)),
        })),
      ),
    };
  }

  /** All of them or none. @throws AppError not_found, invalid_input (line), too_large */
  async import(actor: WorkspaceActor, agentId: string, lines: string): Promise<{ added: number }> {
    await findAgent(this.db, actor, agentId);
    const cases = readLines(lines).map(({ name, mocks, ...each }) => ({
      name,
      mocks,
      case: each,
      originRunId: null,
    }));
    for (const each of cases) requirePatterns(each.case);
    return { added: (await this.insert(this.db, actor, agentId, cases)).length };
  }

  private async insert(
    db: Queryable,
    actor: WorkspaceActor,
    agentId: string,
    cases: readonly NewCase[],
  ): Promise<string[]> {
    const there = await db.$count(testCases, eq(testCases.agentId, agentId));
    if (there + cases.length > mostCases) {
      throw new AppError("too_large", `An agent has up to ${mostCases} test cases.`, {
        hint: "Delete some that say the same.",
      });
    }
    const now = Date.now();
    const rows = cases.map(({ name, case: each, mocks, originRunId }, at) => ({
      id: newId("case"),
      workspaceId: actor.workspaceId,
      agentId,
      name,
      case: each,
      mocks: mocks && JSON.stringify(mocks).replaceAll("\\u0000", "\\ufffd"),
      mockCount: mocks?.calls.filter(({ kind }) => !localKinds.has(kind)).length ?? 0,
      originRunId,
      createdBy: userIdOf(actor),
      // They keep their order.
      createdAt: new Date(now + at),
    }));
    if (rows.length > 0) await db.insert(testCases).values(rows);
    return rows.map(({ id }) => id);
  }
}

function requirePatterns({ expect }: TestCase): void {
  for (const [at, each] of expect.entries()) {
    const problem = each.kind === "matches" ? patternProblem(each.pattern) : undefined;
    if (problem) throw new AppError("invalid_input", problem, { field: `expect.${at}.pattern` });
  }
}
