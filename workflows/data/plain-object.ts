import type { Json } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import { wrongKind } from "./setting-value";

export type Plain = { [key: string]: Json };

/** An object that a setting gives; nothing is an empty one. @throws AppError invalid_input */
export function plainOf(setting: string, expression: string, value: Json): Plain {
  if (value === null) return {};
  if (isPlain(value)) return value;
  throw wrongKind(setting, expression, value, "an object");
}

/**
 * Both objects as one, the second's keys over the first's. Keys are set as own ones, whatever they are called.
 * @param deep objects under the same key are merged as well; lists are not
 */
export function mergeObjects(one: Plain, other: Plain, deep: boolean): Plain {
  const entries = new Map(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    const before = own(one, key);
    const both = deep && before !== undefined && isPlain(before) && isPlain(value);
    entries.set(key, both ? mergeObjects(before, value, true) : value);
  }
  return Object.fromEntries(entries);
}

function isPlain(value: Json): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
