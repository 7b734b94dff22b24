import canonicalize from "canonicalize";
import type { TestOutcome, ToolDefinition, ToolTest } from "@/lib/api/contract/code-tools";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { Json } from "@/workflows/graph/json";
import { misfitsOf } from "@/workflows/nodes/misfits";
import type { CodeAnswer, CodeSandbox, HttpGateway } from "@/workflows/runtime/ports";
import { withArguments } from "../kinds/code/code-kind";

interface Ways {
  sandbox: CodeSandbox;
  http: HttpGateway;
}

/** Runs the tests of a tool one after the other, each in a sandbox of its own; calls that the code makes are real. */
export async function runTests(definition: ToolDefinition, ways: Ways): Promise<TestOutcome[]> {
  const outcomes: TestOutcome[] = [];
  for (const test of definition.tests) outcomes.push(await runTest(definition, test, ways));
  return outcomes;
}

/** @throws AppError invalid_input with the outcomes */
export function requirePassed(outcomes: readonly TestOutcome[]): void {
  const failed = outcomes.filter(({ passed }) => !passed);
  const [first] = failed;
  if (!first) return;
  const others = failed.length > 1 ? `, and ${failed.length - 1} more` : "";
  throw new AppError("invalid_input", `The test “${first.name}” fails${others}: ${first.problem}`, {
    field: "definition.tests",
    hint: "Mend the code or the test; nothing was saved.",
    data: { outcomes },
  });
}

async function runTest(definition: ToolDefinition, test: ToolTest, ways: Ways): Promise<TestOutcome> {
  const start = performance.now();
  const came = await outcomeOf(definition, test, ways);
  const problem = problemOf(test, came);
  return {
    name: test.name,
    passed: problem === null,
    result: "value" in came ? came.value : null,
    error: "error" in came ? came.error : null,
    problem,
    logs: came.logs.map(({ message }) => message),
    durationMs: Math.round(performance.now() - start),
  };
}

type Came = Pick<CodeAnswer, "logs"> & ({ value: Json } | { error: string });

async function outcomeOf(
  definition: ToolDefinition,
  { args }: ToolTest,
  { sandbox, http }: Ways,
): Promise<Came> {
  // An agent's call with such arguments does not reach the code either.
  const [misfit] = misfitsOf(definition.parameters, args);
  if (misfit)
    return { error: `The arguments do not fit: ${misfit.path || "all"}: ${misfit.message}.`, logs: [] };
  const { code, memoryMb, timeoutMs, network } = definition;
  try {
    return await sandbox.run({
      code: withArguments(code),
      input: args,
      memoryMb,
      timeoutMs,
      ...(network ? { http } : {}),
      signal: AbortSignal.timeout(timeoutMs + graceMs),
    });
  } catch (error) {
    if (isAppError(error)) return { error: error.message, logs: [] };
    throw error;
  }
}

/** For a place in the sandbox, beside the code's own limit. */
const graceMs = 30_000;

function problemOf({ expect }: ToolTest, came: Came): string | null {
  if (expect.type === "error") {
    if (!("error" in came)) return `It gave ${said(came.value)} where an error was expected.`;
    return came.error.includes(expect.includes) ? null : `It failed otherwise: ${came.error}`;
  }
  if ("error" in came) return came.error;
  if (canonicalize(came.value) === canonicalize(expect.value)) return null;
  return `It gave ${said(came.value)} instead of ${said(expect.value)}.`;
}

function said(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const longest = 200;
