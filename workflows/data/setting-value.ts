import { AppError } from "@/workflows/errors/app-error";
import { type ExpressionState, evaluate } from "@/workflows/expressions/evaluate";
import type { Json } from "@/workflows/graph/json";
import { mostEntries } from "./limits";

/**
 * The list that the expression of a setting gives. A channel without a value is an empty list.
 * @throws AppError expression_failed, or invalid_input naming the setting
 */
export function listOf(setting: string, expression: string, state: ExpressionState): Json[] {
  const value = evaluate(expression, state);
  if (value === null) return [];
  if (!Array.isArray(value)) throw wrongKind(setting, expression, value, "a list");
  if (value.length <= mostEntries) return value;
  const message = `“${setting}” gives ${value.length} entries; a node takes up to ${mostEntries}.`;
  throw new AppError("too_large", message, { hint: "Work on a part of the list." });
}

/** The text that the expression of a setting gives. @throws AppError expression_failed, invalid_input */
export function textOfSetting(setting: string, expression: string, state: ExpressionState): string {
  const value = evaluate(expression, state);
  if (typeof value === "string") return value;
  throw wrongKind(setting, expression, value, "a text");
}

/** What is wrong where a setting gives another kind of value than its node can use. */
export function wrongKind(setting: string, expression: string, value: Json, needed: string): AppError {
  return new AppError(
    "invalid_input",
    `“${setting}” (${expression.slice(0, 80)}) gives ${kindOf(value)}, and ${needed} is needed.`,
    { hint: "Look at what the nodes before this one write." },
  );
}

/** A value's kind for a message. */
export function kindOf(value: Json): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return "a text";
  return typeof value === "object" ? "an object" : String(value);
}
