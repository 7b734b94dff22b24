import type { Channel, ChannelType } from "@/workflows/graph/channel";
import type { ExpressionProblem } from "./problem";
import { typePhrase, type ValueType } from "./types/value-type";

/** Types that a field takes: one of them will do. */
export type Expected = ChannelType | readonly ChannelType[];

/** What may be written to a channel, as runs have it; undefined for anything. */
export function typesFor({ type, reducer }: Channel): Expected | undefined {
  // Lists that grow take a single item as well as a list.
  if (reducer === "append" || reducer === "union") return undefined;
  if (type === "messages") return ["messages", "string", "object"];
  if (type !== "any") return type;
  if (reducer === "add") return "number";
  return reducer === "merge" ? "object" : undefined;
}

/** What is wrong with a value of this type where another is needed; what is not known may well be right. */
export function expectationProblem(
  source: string,
  type: ValueType,
  expected: Expected,
): ExpressionProblem | undefined {
  const wanted = typeof expected === "string" ? [expected] : expected;
  const [first] = wanted;
  if (first === undefined || wanted.some((each) => fits(type, each))) return undefined;
  const message = `This gives ${typePhrase(type)}, but ${words[first]} is needed here.${advice(type, first)}`;
  return { code: "type", message, start: 0, end: source.length };
}

function fits({ kind }: ValueType, expected: ChannelType): boolean {
  if (kind === "any" || kind === "null" || expected === "any") return true;
  if (expected === "array" || expected === "messages") return kind === "list";
  return kind === expected;
}

const words: Record<ChannelType, string> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  array: "a list",
  messages: "a list of messages",
  any: "any value",
};

function advice(type: ValueType, expected: ChannelType): string {
  if (expected === "string") return " Wrap it in text(…).";
  if (expected !== "boolean") return "";
  return type.kind === "string" ? ' Compare it, e.g. == "yes".' : " Compare it, e.g. > 0.";
}
