import type { Json } from "@/workflows/graph/json";

/** Which kind comes first where a list holds several; nothing comes last. */
const ranks = ["number", "string", "boolean", "object", "null"];

/** Numbers inside texts count as numbers, capitals as small letters: a2, A10. Ties are broken by code points. */
const words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** A total order over JSON values, the same on every machine. */
export function compareJson(one: Json, other: Json): number {
  const [rank, otherRank] = [rankOf(one), rankOf(other)];
  if (rank !== otherRank) return rank - otherRank;
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one === "string" && typeof other === "string") {
    return words.compare(one, other) || byCodePoint(one, other);
  }
  if (typeof one === "boolean" && typeof other === "boolean") return Number(one) - Number(other);
  return byCodePoint(JSON.stringify(one), JSON.stringify(other));
}

function rankOf(value: Json): number {
  return ranks.indexOf(value === null ? "null" : typeof value);
}

function byCodePoint(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
