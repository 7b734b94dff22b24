import { z } from "zod";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { patternProblem } from "@/workflows/testcases/pattern";
import { type Expectation, expectationsSchema } from "@/workflows/testcases/test-case";

/** What a person says of a value, with its opposite beside it. */
export const claims = [
  "equals",
  "not equals",
  "contains",
  "not contains",
  "matches",
  "not matches",
  "has",
  "not has",
  "within",
  "not within",
  "path",
  "cost",
] as const;
export type Claim = (typeof claims)[number];

const itemSchema = z.object({
  claim: z.enum(claims),
  at: z.string().trim().max(500, "A place has at most 500 characters"),
  /** A text, a pattern, or a value: JSON, or a text without quotation marks. */
  wanted: z.string(),
  min: z.string(),
  max: z.string(),
  nodes: z.array(z.string()),
  only: z.boolean(),
  /** Dollars. */
  cost: z.string(),
});
export type ExpectationItem = z.infer<typeof itemSchema>;

/** Expectations as a form holds them: everything is text. */
export const expectationsFormSchema = z.object({
  items: z
    .array(
      itemSchema.superRefine((item, context) => {
        const problem = problemOf(item);
        if (problem) context.addIssue({ code: "custom", path: [problem.field], message: problem.message });
      }),
    )
    .max(50, "A test has at most 50 expectations"),
});
export type ExpectationsForm = z.infer<typeof expectationsFormSchema>;

export function emptyItem(claim: Claim): ExpectationItem {
  return { claim, at: "", wanted: "", min: "", max: "", nodes: [], only: false, cost: "" };
}

export function formOf(expect: readonly Expectation[]): ExpectationsForm {
  return { items: expect.map(itemOf) };
}

/** Call it with what the schema let through. @throws ZodError where it did not */
export function expectationsOf({ items }: ExpectationsForm): Expectation[] {
  return expectationsSchema.parse(items.map(expectationOf));
}

function itemOf(expectation: Expectation): ExpectationItem {
  if (expectation.kind === "path") {
    return { ...emptyItem("path"), nodes: expectation.nodes, only: expectation.only };
  }
  if (expectation.kind === "cost") {
    return { ...emptyItem("cost"), cost: String(expectation.atMostMicros / 1e6) };
  }
  const { kind, not, at = "" } = expectation;
  const item = { ...emptyItem(not ? `not ${kind}` : kind), at };
  if (kind === "contains") return { ...item, wanted: expectation.text };
  if (kind === "matches") return { ...item, wanted: expectation.pattern };
  if (kind === "within") return { ...item, min: numeral(expectation.min), max: numeral(expectation.max) };
  return { ...item, wanted: typedOf(expectation.value) };
}

function expectationOf({ claim, at, wanted, min, max, nodes, only, cost }: ExpectationItem): unknown {
  if (claim === "path") return { kind: claim, nodes, only };
  if (claim === "cost") return { kind: claim, atMostMicros: Math.round(Number(cost) * 1e6) };
  const { kind, not } = parts(claim);
  const ofValue = { kind, ...(at && { at }), ...(not && { not }) };
  if (kind === "contains") return { ...ofValue, text: wanted };
  if (kind === "matches") return { ...ofValue, pattern: wanted };
  if (kind === "within") return { ...ofValue, min: numberOf(min), max: numberOf(max) };
  return { ...ofValue, value: valueIn(wanted) };
}

/** The kind of expectation that a claim makes, and whether it is the opposite. */
export function parts(claim: Claim) {
  const not = claim.startsWith("not ");
  return { not, kind: not ? claim.slice(4) : claim };
}

function problemOf(item: ExpectationItem): { field: keyof ExpectationItem; message: string } | undefined {
  const { wanted, min, max, nodes, cost } = item;
  switch (parts(item.claim).kind) {
    case "contains":
      return wanted ? undefined : { field: "wanted", message: "Say which text" };
    case "matches": {
      const message = wanted ? patternProblem(wanted) : "Write a regular expression";
      return message === undefined ? undefined : { field: "wanted", message };
    }
    case "has":
      return isFields(valueIn(wanted))
        ? undefined
        : { field: "wanted", message: 'Write the fields as JSON: {"name": "Ada"}' };
    case "equals":
      return valueIn(wanted) === undefined
        ? { field: "wanted", message: "This is not JSON. Check brackets, commas and quotation marks." }
        : undefined;
    case "within":
      return boundsProblem(min, max);
    case "path":
      return nodes.length > 0 ? undefined : { field: "nodes", message: "Choose at least one node" };
    case "cost":
      return cost.trim() !== "" && Number(cost) >= 0
        ? undefined
        : { field: "cost", message: "Write an amount in dollars, such as 0.01" };
    default:
      return undefined;
  }
}

function boundsProblem(min: string, max: string): { field: "min" | "max"; message: string } | undefined {
  const [least, most] = [numberOf(min), numberOf(max)];
  if (least === undefined && most === undefined)
    return { field: "min", message: "Say the least or the most" };
  if (Number.isNaN(least)) return { field: "min", message: "This is no number" };
  if (Number.isNaN(most)) return { field: "max", message: "This is no number" };
  if (least !== undefined && most !== undefined && least > most) {
    return { field: "max", message: "The most is less than the least" };
  }
  return undefined;
}

/** Not a number at all: NaN; empty: undefined. */
function numberOf(text: string): number | undefined {
  return text.trim() === "" ? undefined : Number(text);
}

function numeral(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

/** Lists, objects, numbers, yes and no, and texts in quotation marks are JSON; all else is text as it stands. */
function valueIn(text: string): Json | undefined {
  try {
    return jsonSchema.parse(JSON.parse(text));
  } catch {
    return /^\s*[[{"]/.test(text) ? undefined : text;
  }
}

function typedOf(value: Json): string {
  if (typeof value === "string" && valueIn(value) === value) return value;
  return JSON.stringify(value, null, 2);
}

function isFields(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
