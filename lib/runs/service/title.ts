import type { Json, JsonObject } from "@/workflows/graph/json";

const longest = 80;
const letters = new Intl.Segmenter();

/** A conversation's first name: the first text of its first input. */
export function titleOf(input: JsonObject): string {
  const text = Object.values(input).map(firstText).find(Boolean) ?? "";
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const all = Array.from(letters.segment(line), ({ segment }) => segment);
  return all.length > longest ? `${all.slice(0, longest - 1).join("")}…` : line;
}

function firstText(value: Json): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(firstText).find(Boolean);
  if (value && typeof value === "object" && typeof value.content === "string") return value.content;
  return undefined;
}
