export type JsonKind = "object" | "array" | "string" | "number" | "boolean" | "null";

export function kindOf(value: unknown): JsonKind {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "object") return "object";
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "boolean" : "string";
}

/** The children of an object or array as [key, value]; nothing for a plain value. */
export function entriesOf(value: unknown): [string, unknown][] {
  return value !== null && typeof value === "object" ? Object.entries(value) : [];
}

const PREVIEW_KEYS = 4;

/** A closed object or array in one short line: {id, name, … 3 more}, [12 items]. */
export function preview(value: unknown): string {
  const entries = entriesOf(value);
  if (Array.isArray(value)) {
    return entries.length ? `[${entries.length} ${entries.length === 1 ? "item" : "items"}]` : "[]";
  }
  if (!entries.length) return "{}";
  const names = entries.slice(0, PREVIEW_KEYS).map(([key]) => key);
  const more = entries.length - names.length;
  return `{${names.join(", ")}${more ? `, … ${more} more` : ""}}`;
}

/** A plain value as it stands in JSON. */
export function literal(value: unknown): string {
  return JSON.stringify(value) ?? "undefined";
}
