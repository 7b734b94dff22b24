import type { Json } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";

/** Where an entry has its name, if it has one. */
const naming = ["name", "title", "label", "subject", "email", "id"];
const longest = 60;

/** A few words of an entry, to tell it from the others; nothing where it has none. */
export function labelOf(entry: Json): string {
  const text = textIn(entry).replace(/\s+/g, " ").trim();
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function textIn(entry: Json): string {
  if (typeof entry === "string") return entry;
  if (typeof entry === "number" || typeof entry === "boolean") return String(entry);
  if (entry === null || Array.isArray(entry)) return "";
  const found = naming
    .map((key) => own(entry, key))
    .find((value) => typeof value === "string" || typeof value === "number");
  return found === undefined ? "" : String(found);
}
