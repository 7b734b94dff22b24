import type { CaseResult } from "@/lib/api/contract/test-cases";
import type { Actor } from "@/lib/auth/actor";
import type { RunService } from "@/lib/runs/service/run-service";
import { semanticHash } from "@/workflows/graph/canonical";
import type { GraphDocument } from "@/workflows/graph/document";
import { filledWith } from "@/workflows/prompts/fill";
import { isGreen } from "@/workflows/testcases/check";
import { type CaseOutcome, checkCase } from "@/workflows/testcases/check-case";
import { type TestCase, testCaseSchema } from "@/workflows/testcases/test-case";
import { pathOf } from "./case-of-run";
import type { CaseRow } from "./case-row";

interface Trial {
  row: CaseRow;
  revision: number;
  document: GraphDocument;
  mode: CaseResult["mode"];
  /** Its caller has gone: the run is not waited for. */
  signal: AbortSignal;
}

/** Runs a case on a graph and says how it came out. @throws AppError as starting a run does */
export async function tryCase(runs: RunService, actor: Actor, trial: Trial): Promise<CaseResult> {
  const { row, revision, document, mode, signal } = trial;
  const tried = testCaseSchema.parse(row.case);
  const { runId } = await runs.create(actor, {
    agent: { id: row.agentId, workspaceId: row.workspaceId },
    // Published agents have no pins.
    graph: { draftRevision: revision, document, options: { pins: false, ...partOf(tried) } },
    source: "test",
    input: tried.input,
    origin: {
      kind: "case",
      runId: row.originRunId ?? "",
      caseId: row.id,
      mocks: mode,
      otherwise: mode === "mocked" ? "stop" : "live",
    },
  });
  await runs.wait(actor, runId, signal);
  const checks = checkCase(tried, await outcomeOf(runs, actor, runId, tried));
  const result = { checks, runId, mode, revision, at: new Date().toISOString() };
  return { ...result, ok: isGreen(checks), graphHash: semanticHash(document), prompts: filledWith(document) };
}

function partOf({ node, state }: TestCase) {
  return { ...(node !== undefined && { from: node, until: node }), ...(state && { state }) };
}

async function outcomeOf(
  runs: RunService,
  actor: Actor,
  runId: string,
  { node }: TestCase,
): Promise<CaseOutcome> {
  const { run, view } = await runs.view(actor, runId);
  const path = pathOf(view.spans);
  const costMicros = run.cost.unknownCalls > 0 ? null : run.cost.micros;
  if (run.status === "interrupted") {
    await runs.cancel(actor, runId);
    const message = "It came to a question that nobody answers in a test.";
    return { output: null, problem: { code: "waits", message }, path, costMicros };
  }
  const output =
    node === undefined ? run.output : (view.spans.find(({ id }) => id === `${node}#1`)?.output ?? null);
  const problem =
    run.status === "success" ? undefined : (run.problem ?? { code: run.status, message: "It was stopped." });
  return { output, problem, path, costMicros };
}
