import { closingBraces } from "./closing-braces";
import { Lru } from "./lru";
import type { ExpressionProblem } from "./problem";

/** A piece of a template; `start` and `end` are the place of the expression's own text, without the brackets. */
export type TemplatePart =
  | { kind: "text"; text: string }
  | { kind: "expression"; source: string; start: number; end: number };

export interface Template {
  parts: TemplatePart[];
  /** An opened `{{` that never closes; the rest then counts as text. */
  problem?: ExpressionProblem;
}

const parsed = new Lru<string, Template>(500);

/** Splits a text at its `{{ expressions }}`; `\{{` stands for the two characters themselves. */
export function parseTemplate(text: string): Template {
  return parsed.through(text, () => split(text));
}

function split(text: string): Template {
  const parts: TemplatePart[] = [];
  const endless = new Set<string>();
  let literal = "";
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("{{", at);
    if (open < 0) break;
    if (text[open - 1] === "\\") {
      literal += `${text.slice(at, open - 1)}{{`;
      at = open + 2;
      continue;
    }
    const close = closingBraces(text, open + 2, endless);
    if (close === undefined) {
      return { parts: [...parts, textPart(literal + text.slice(at))], problem: unclosed(open, text.length) };
    }
    literal += text.slice(at, open);
    if (literal) parts.push(textPart(literal));
    literal = "";
    parts.push(expressionPart(text, open + 2, close));
    at = close + 2;
  }
  literal += text.slice(at);
  if (literal) parts.push(textPart(literal));
  return { parts };
}

function textPart(text: string): TemplatePart {
  return { kind: "text", text };
}

function expressionPart(text: string, from: number, to: number): TemplatePart {
  const inside = text.slice(from, to);
  const source = inside.trim();
  const start = from + (inside.length - inside.trimStart().length);
  return { kind: "expression", source, start, end: start + source.length };
}

function unclosed(start: number, end: number): ExpressionProblem {
  const message = `The {{ at character ${start + 1} is never closed. Add }}, or write \\{{ for the characters.`;
  return { code: "unclosed", message, start, end };
}
