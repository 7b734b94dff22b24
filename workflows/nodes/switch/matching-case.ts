import type { Json } from "@/workflows/graph/json";

/** A value that leads to a port of its own, as a person typed it. */
export interface SwitchCase {
  id: string;
  equals: string;
}

/**
 * The first case that equals the value. Texts are compared letter by letter; a number equals every way to write it,
 * and true and false their words. Nothing, lists and objects equal no case.
 */
export function matchingCase<Case extends SwitchCase>(
  value: Json,
  cases: readonly Case[],
  ignoreCase: boolean,
): Case | undefined {
  return cases.find(({ equals }) => equalsValue(value, equals, ignoreCase));
}

function equalsValue(value: Json, typed: string, ignoreCase: boolean): boolean {
  if (typeof value === "number") return typed.trim() !== "" && Number(typed) === value;
  if (typeof value === "boolean") return typed.trim().toLowerCase() === String(value);
  return typeof value === "string" && comparable(value, ignoreCase) === comparable(typed, ignoreCase);
}

/** A text as it is compared with others. */
export function comparable(text: string, ignoreCase: boolean): string {
  return ignoreCase ? text.toLowerCase() : text;
}
