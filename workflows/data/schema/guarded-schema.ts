import { spend } from "@/workflows/expressions/budget";
import type { JsonObject } from "@/workflows/graph/json";
import { mapSubschemas } from "./subschemas";

export const patternFormat = "re2:";

/** Keywords that only tell of other addresses, or refer in ways that are not checked. */
const dropped = [
  "$id",
  "id",
  "$schema",
  "$anchor",
  "$dynamicRef",
  "$dynamicAnchor",
  "$recursiveRef",
  "$recursiveAnchor",
];

/**
 * The schema as the validator is to see it. Patterns become formats, which are ours to check: JavaScript's own need
 * minutes for `(a+)+$`. And each look at a schema is counted, for a few references can mean a billion of them.
 */
export function guardedSchema(schema: JsonObject): JsonObject {
  const inner = mapSubschemas(schema, guardedSchema);
  const { pattern, ...others } = Object.fromEntries(
    Object.entries(inner).filter(([key]) => !dropped.includes(key)),
  );
  const allOf = Array.isArray(others.allOf) ? others.allOf : [];
  const guarded: JsonObject =
    typeof pattern === "string"
      ? { ...others, allOf: [...allOf, { format: patternFormat + pattern }] }
      : others;
  return counted(guarded);
}

/** The validator reads this keyword, which no schema has any more, first of all. */
function counted(schema: JsonObject): JsonObject {
  const choices = Array.isArray(schema.enum) ? schema.enum.length : 0;
  return Object.defineProperty(schema, "$recursiveRef", {
    enumerable: false,
    get: () => {
      spend(2 + choices / 10);
      return undefined;
    },
  });
}
