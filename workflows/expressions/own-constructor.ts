import { EvaluationError } from "@marcbachmann/cel-js";

type Context = Record<string, unknown>;

/**
 * CEL's library tells kinds of values apart by their `constructor`, and so knows none of an object that has a key of
 * that name. As a map it does. Only then is everything gone through once more.
 */
export function withOwnConstructors<Value>(program: (context: Context) => Value, context: Context): Value {
  try {
    return program(context);
  } catch (error) {
    const isUnknown = error instanceof EvaluationError && error.code === "unsupported_type";
    const mapped = isUnknown ? mapsIn(context) : context;
    if (mapped === context) throw error;
    return program(Object.assign(Object.create(null), mapped));
  }
}

/** The same value where nothing in it has such a key. */
function mapsIn<Value>(value: Value): Value | Map<string, unknown> | unknown[] | Context {
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(mapsIn);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return value;
  const before = Object.entries(value);
  const entries = before.map(([key, each]): [string, unknown] => [key, mapsIn(each)]);
  if (Object.hasOwn(value, "constructor")) return new Map(entries);
  return entries.some(([, each], index) => each !== before[index]?.[1]) ? Object.fromEntries(entries) : value;
}
