import type { NamesAt } from "@/workflows/graph/analysis/channels-at";
import type { Shapes } from "../types/value-type";

/** Something that can be written at the caret. */
export interface Completion {
  label: string;
  kind: "channel" | "field" | "variable" | "function" | "secret";
  /** The text that takes the typed one's place. */
  insert: string;
  /** Where the caret goes, counted in `insert`; its end if left out. */
  caret?: number;
  /** Its type in a word. */
  detail: string;
  /** Who writes it, what it does. */
  info?: string | undefined;
  /** Nothing can have filled it at this point of the graph. */
  empty?: true;
}

/** What completion knows of the place of an expression in its graph. */
export interface CompletionScope extends NamesAt {
  shapes: Shapes;
  /** Names beside channels that the field may use. */
  names: readonly string[];
}

export interface Completions {
  /** The part of the text that an option takes the place of. */
  from: number;
  to: number;
  /** Best first. */
  options: readonly Completion[];
}
