import { mostEntries } from "@/workflows/data/limits";
import { kindOf, wrongKind } from "@/workflows/data/setting-value";
import { AppError } from "@/workflows/errors/app-error";
import { type ExpressionState, evaluate, evaluateEach } from "@/workflows/expressions/evaluate";
import type { Json } from "@/workflows/graph/json";

export interface TextsSettings {
  list: string;
  /** Gives the text of each entry; empty: the entry is one. */
  by: string;
}

export interface TextEntry {
  entry: Json;
  text: string;
}

/**
 * The texts that a node works on, with the entries that they are of. One text is a list of one; a channel without a
 * value is an empty list.
 * @throws AppError expression_failed, too_large, or invalid_input naming the entry
 */
export function textsIn({ list, by }: TextsSettings, state: ExpressionState): TextEntry[] {
  const value = evaluate(list, state);
  if (value === null) return [];
  const entries = typeof value === "string" ? [value] : value;
  if (!Array.isArray(entries)) throw wrongKind("Texts", list, value, "a text or a list of texts");
  if (entries.length > mostEntries) {
    const message = `“Texts” gives ${entries.length} entries; a node takes up to ${mostEntries}.`;
    throw new AppError("too_large", message, { field: "list", hint: "Work on a part of the list." });
  }
  const texts = by.trim() ? evaluateEach(by, entries, state) : entries;
  return texts.map((text, index) => ({ entry: entries[index] ?? null, text: textOf(text, index, by) }));
}

function textOf(value: Json, index: number, by: string): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  const what = typeof value === "string" ? "an empty text" : kindOf(value);
  throw new AppError("invalid_input", `Entry ${index + 1} of “Texts” gives ${what}, and a text is needed.`, {
    field: by.trim() ? "by" : "list",
    hint: "Say in “Text of each entry” which text of an entry counts, or filter such entries out before.",
  });
}
