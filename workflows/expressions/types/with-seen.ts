import type { Json } from "@/workflows/graph/json";
import { typeOfValue } from "./of-value";
import type { Shapes, ValueType } from "./value-type";

/**
 * What is known of names, and where that says nothing of what is inside of a value, what a value at hand shows. Good
 * for suggestions alone: the next run may bring other values.
 */
export function withSeen(shapes: Shapes, values: Readonly<Record<string, Json>>): Shapes {
  const seen = Object.entries(values).flatMap(([name, value]): [string, ValueType][] => {
    const known = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    return value === null || !known || !isBlank(known) ? [] : [[name, typeOfValue(value)]];
  });
  return seen.length > 0 ? { ...shapes, ...Object.fromEntries(seen) } : shapes;
}

function isBlank(type: ValueType): boolean {
  if (type.kind === "list") return isBlank(type.item);
  return type.kind === "any" || (type.kind === "object" && Object.keys(type.fields).length === 0);
}
