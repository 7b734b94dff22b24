import type { Json } from "@/workflows/graph/json";

/** A value as people read it in a text: null is nothing, objects and lists are JSON. */
export function textOf(value: Json): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
