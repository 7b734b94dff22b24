import type { Json } from "@/workflows/graph/json";
import { type ExpressionState, evaluate } from "./evaluate";
import { parseTemplate } from "./parse-template";
import { textOf } from "./text";

/**
 * The text with every `{{ expression }}` replaced by its value: objects as JSON, null as nothing.
 * @throws AppError expression_failed
 */
export function renderTemplate(text: string, state: ExpressionState): string {
  return parseTemplate(text)
    .parts.map((part) => (part.kind === "text" ? part.text : textOf(evaluate(part.source, state))))
    .join("");
}

/**
 * Like `renderTemplate`, but a template that is one expression alone gives its value with its type.
 * @throws AppError expression_failed
 */
export function templateValue(text: string, state: ExpressionState): Json {
  const [only, ...more] = parseTemplate(text.trim()).parts;
  if (only?.kind === "expression" && more.length === 0) return evaluate(only.source, state);
  return renderTemplate(text, state);
}
