import type { Json, JsonObject } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";

/** What was typed for each variable, as values: lists and objects are written as JSON, all else is text. */
export function typedValues(
  variables: readonly string[],
  typed: Readonly<Record<string, string>>,
): JsonObject {
  return Object.fromEntries(variables.map((name) => [name, typedValue(own(typed, name) ?? "")]));
}

/** The other way round, for a form. */
export function asTyped(values: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}

function typedValue(text: string): Json {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
