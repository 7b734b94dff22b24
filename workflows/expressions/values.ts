import { Optional } from "@marcbachmann/cel-js";
import { Duration, UnsignedInt } from "@marcbachmann/cel-js/evaluator";
import type { Json } from "@/workflows/graph/json";
import { spend } from "./budget";

/** A CEL value that JSON cannot hold, e.g. the result of a division by zero. */
export class NotJson extends Error {}

/**
 * A CEL result as plain JSON: whole numbers (bigint) become numbers, times ISO texts, durations seconds, an
 * absent optional null.
 * @throws NotJson for what JSON cannot hold
 */
export function toJson(value: unknown): Json {
  // A list that holds another several times over is small in memory and huge as JSON.
  spend(0.2);
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") return finite(value);
  if (Array.isArray(value) || value instanceof Set) return Array.from(value, toJson);
  if (value instanceof Map) return fromEntries([...value].map(([key, item]) => [String(key), item]));
  if (value instanceof Optional) return value.hasValue() ? toJson(value.value()) : null;
  if (value instanceof UnsignedInt) return Number(value.valueOf());
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Duration) return finite(Number(value.valueOf()) / 1000);
  if (typeof value === "object" && isPlain(value)) return fromEntries(Object.entries(value));
  throw new NotJson(
    "The result is a type or bytes, which a channel cannot hold. Give a text or a number instead.",
  );
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new NotJson("The result is not a number, as after a division by zero. Check the divisor first.");
}

function fromEntries(entries: [string, unknown][]): Json {
  return Object.fromEntries(entries.map(([key, item]) => [key, toJson(item)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
