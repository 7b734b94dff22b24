import type { Json } from "@/workflows/graph/json";

/** How a value is edited: by the JSON type it has now. */
export type ValueKind = "text" | "number" | "boolean" | "json";

export function kindOf(value: Json): ValueKind {
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return "json";
}

/** The text that stands in the field for a value. */
export function toText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

/** The value a person typed, or what is wrong with it. */
export function fromText(kind: ValueKind, text: string): { value: Json } | { error: string } {
  if (kind === "text") return { value: text };
  if (kind === "boolean") return { value: text === "true" };
  if (kind === "number") {
    const number = Number(text);
    const usable = text.trim() !== "" && Number.isFinite(number);
    return usable ? { value: number } : { error: "Enter a number" };
  }
  try {
    const value: Json = JSON.parse(text);
    return { value };
  } catch {
    return { error: "Enter valid JSON: text needs double quotes" };
  }
}
