import type { Json } from "@/workflows/graph/json";
import { joinedAll } from "./join";
import { anything, type ValueType } from "./value-type";

/** Looking at more would cost more than it tells. */
const mostItems = 20;
const mostFields = 100;
const deepest = 6;

/** What a value at hand says of the values like it: they may well have other fields. */
export function typeOfValue(value: Json, depth = deepest): ValueType {
  if (depth === 0) return anything;
  if (value === null) return { kind: "null" };
  if (Array.isArray(value)) {
    const items = value.slice(0, mostItems).map((item) => typeOfValue(item, depth - 1));
    return { kind: "list", item: items.length > 0 ? joinedAll(items) : anything };
  }
  if (typeof value === "string") return { kind: "string" };
  if (typeof value === "number") return { kind: "number" };
  if (typeof value === "boolean") return { kind: "boolean" };
  const entries = Object.entries(value).slice(0, mostFields);
  const fields = Object.fromEntries(entries.map(([key, item]) => [key, typeOfValue(item, depth - 1)]));
  return { kind: "object", fields, others: "likely" };
}
