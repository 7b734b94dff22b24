import { closingBraces } from "../closing-braces";
import { completeExpression } from "./complete";
import type { Completion, CompletionScope, Completions } from "./completion";

/** What can be written at the caret of a template: only inside of `{{ … }}`, closed or not. */
export function completeTemplate(
  text: string,
  caret: number,
  scope: CompletionScope,
): Completions | undefined {
  const hole = holeAt(text, caret);
  if (!hole) return undefined;
  const found = completeExpression(text.slice(hole.start, hole.end), caret - hole.start, scope);
  if (!found) return undefined;
  const from = found.from + hole.start;
  const to = found.to + hole.start;
  const written = hole.closed ? found.options : found.options.map((option) => closed(option, text, to));
  // `{{` and `}}` keep a space between them and what they hold.
  const before = from === hole.start ? " " : "";
  const after = hole.closed && to === hole.end ? " " : "";
  return { from, to, options: written.map((option) => spaced(option, before, after)) };
}

/** Whether a place in a template lies inside of its brackets. */
export function isInHole(text: string, at: number): boolean {
  return holeAt(text, at) !== undefined;
}

interface Hole {
  /** The expression's own text lies between these. */
  start: number;
  end: number;
  closed: boolean;
}

/** The brackets around a place; one that is never closed ends with its line. */
function holeAt(text: string, caret: number): Hole | undefined {
  const endless = new Set<string>();
  let at = 0;
  for (;;) {
    const open = text.indexOf("{{", at);
    if (open < 0 || open + 2 > caret) return undefined;
    at = open + 2;
    if (text[open - 1] === "\\") continue;
    const close = closingBraces(text, at, endless);
    if (close === undefined) {
      const ends = [text.indexOf("\n", caret), text.indexOf("{{", caret)].filter((end) => end >= 0);
      return { start: at, end: Math.min(text.length, ...ends), closed: false };
    }
    if (caret <= close) return { start: at, end: close, closed: true };
    at = close + 2;
  }
}

/** A plain value ends the expression, so its brackets close before the caret; others go on inside of them. */
function closed(option: Completion, text: string, end: number): Completion {
  if (/^\s*\}/.test(text.slice(end)) || option.kind === "secret") return option;
  const goesOn = option.kind === "function" || /^(list|object|any)/.test(option.detail);
  const insert = `${option.insert} }}`;
  return { ...option, insert, caret: goesOn ? (option.caret ?? option.insert.length) : insert.length };
}

function spaced(option: Completion, before: string, after: string): Completion {
  const caret = (option.caret ?? option.insert.length) + before.length;
  return { ...option, insert: before + option.insert + after, caret };
}
