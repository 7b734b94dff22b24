import { jsonDifferences } from "@/workflows/data/json-differences";
import type { RunProblem } from "@/workflows/events/event";
import type { Json } from "@/workflows/graph/json";
import type { Check, CheckDifference } from "./check";
import { comparable } from "./comparable";
import { foundBy } from "./pattern";
import type { Expectation, ExpectationKind, TestCase } from "./test-case";
import { valueAt } from "./value-at";

/** What a run of a case came to. */
export interface CaseOutcome {
  output: Json;
  /** Why it did not end well. */
  problem?: RunProblem | undefined;
  /** Ids of the nodes that ran, in their order. */
  path: string[];
  /** Null where one of its calls has no known price. */
  costMicros: number | null;
}

/** Tries all that a case expects; a run that did not end well fails before any of it. */
export function checkCase({ expect }: Pick<TestCase, "expect">, outcome: CaseOutcome): Check[] {
  const { problem } = outcome;
  if (!problem) return expect.map((expectation) => check(expectation, outcome));
  const { message, code, nodeId } = problem;
  const found = `${message} (${code})`;
  return [{ kind: "ended", ok: false, wanted: "It ends well.", found, ...(nodeId && { nodeId }) }];
}

type OfKind<Kind extends ExpectationKind> = Extract<Expectation, { kind: Kind }>;
type OfValue = "equals" | "contains" | "matches" | "has" | "within";

/** What one kind of expectation makes of a value of the output. */
interface Tried {
  ok: boolean;
  wanted: string;
  differences?: CheckDifference[];
}

/** @param found undefined: nothing is there */
const values: { [Kind in OfValue]: (expected: OfKind<Kind>, found: Json | undefined) => Tried } = {
  equals: ({ value }, found) => compared(value, found, false),
  has: ({ value }, found) => compared(value, found, true),
  contains: ({ text }, found) => ({ ok: textOf(found)?.includes(text) ?? false, wanted: text }),
  matches: ({ pattern }, found) => ({ ok: foundBy(pattern, textOf(found)), wanted: pattern }),
  within: ({ min, max }, found) => ({
    ok: typeof found === "number" && found >= (min ?? found) && found <= (max ?? found),
    wanted: [min !== undefined && `at least ${min}`, max !== undefined && `at most ${max}`]
      .filter(Boolean)
      .join(", "),
  }),
};

const mostChars = 20_000;
const nothing = "(nothing)";

function check(expectation: Expectation, { output, path, costMicros }: CaseOutcome): Check {
  if (expectation.kind === "path") return ofPath(expectation, path);
  if (expectation.kind === "cost") return ofCost(expectation, costMicros);
  const { kind, at, not } = expectation;
  const found = valueAt(output, at);
  // The key and the argument are of the same kind by construction, which the compiler cannot correlate.
  const attempt = values[kind] as (expected: Expectation, found: Json | undefined) => Tried;
  const { ok, wanted, differences } = attempt(expectation, found);
  return {
    kind,
    ok: not ? !ok : ok,
    ...(at && { at }),
    ...(not && { not }),
    wanted: short(wanted),
    found: short(textOf(found === undefined ? found : comparable(found)) ?? nothing),
    ...(differences && !not && !ok && { differences }),
  };
}

function compared(value: Json, found: Json | undefined, subset: boolean): Tried {
  const wanted = comparable(value);
  const came = found === undefined ? undefined : comparable(found);
  const differences = jsonDifferences(wanted, came, { subset });
  const told = differences.map((each) => ({
    at: each.at,
    wanted: short(textOf(each.wanted) ?? null),
    found: short(textOf(each.found) ?? null),
  }));
  return { ok: differences.length === 0, wanted: written(wanted), differences: told };
}

function ofPath({ nodes, only }: OfKind<"path">, path: readonly string[]): Check {
  const ok = only ? nodes.join() === path.join() : isWithin(nodes, path);
  return { kind: "path", ok, wanted: nodes.join("\n"), found: path.join("\n") };
}

function ofCost({ atMostMicros }: OfKind<"cost">, costMicros: number | null): Check {
  return {
    kind: "cost",
    ok: costMicros !== null && costMicros <= atMostMicros,
    wanted: `At most $${atMostMicros / 1e6}`,
    found: costMicros === null ? "Of a model whose price is unknown" : `$${costMicros / 1e6}`,
  };
}

function textOf(found: Json | undefined): string | undefined {
  return found === undefined ? undefined : written(found);
}

function written(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function short<Text extends string | null>(text: Text): Text | string {
  return text !== null && text.length > mostChars ? `${text.slice(0, mostChars)}…` : text;
}

/** Whether the nodes come in this order, others between them or not. */
function isWithin(nodes: readonly string[], path: readonly string[]): boolean {
  let next = 0;
  for (const id of path) if (id === nodes[next]) next += 1;
  return next === nodes.length;
}
