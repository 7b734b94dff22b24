import { children } from "@/workflows/expressions/ast-children";
import { parseExpression } from "@/workflows/expressions/parse";
import { parseTemplate } from "@/workflows/expressions/parse-template";
import { freeName, namesIn, spliced } from "@/workflows/expressions/rename";

/** What the variables of a prompt stand for, by name: expressions over a graph's channels. */
export type Bindings = ReadonlyMap<string, string>;

/**
 * A prompt of the library as a text over a graph's channels: each variable gives way to its expression. A variable
 * that stands for nothing keeps its name.
 */
export function boundText(text: string, bindings: Bindings): string {
  const edits = parseTemplate(text).parts.flatMap((part) =>
    part.kind === "expression"
      ? [{ start: part.start, end: part.end, text: boundExpression(part.source, bindings) }]
      : [],
  );
  return spliced(text, edits);
}

function boundExpression(source: string, bindings: Bindings): string {
  const parsed = parseExpression(source);
  if (!parsed.ok) return source;
  const { ast, roots } = parsed.value;
  const variables = roots.filter(({ name }) => bindings.has(name));
  if (variables.length === 0) return source;
  const used = new Set(variables.flatMap(({ name }) => namesOf(bindings.get(name) ?? "")));
  const places = new Set(roots.map(({ start }) => start));
  // A name that `map` and the like give would catch a channel of the same name, so it steps aside.
  const caught = namesIn(ast).filter(({ name, start }) => used.has(name) && !places.has(start));
  return spliced(source, [
    ...variables.map(({ name, start, end }) => ({ start, end, text: grouped(bindings.get(name) ?? name) })),
    ...caught.map(({ name, start, end }) => ({ start, end, text: freeName(ast, name, used) })),
  ]);
}

function namesOf(expression: string): string[] {
  const parsed = parseExpression(expression);
  return parsed.ok ? parsed.value.roots.map(({ name }) => name) : [];
}

/** As one value, whatever stands beside it. */
function grouped(expression: string): string {
  const text = expression.trim();
  const parsed = parseExpression(text);
  const isOne = parsed.ok && children(parsed.value.ast).length === 0 && !text.includes("//");
  // A remark at the end would swallow the bracket.
  return isOne ? text : `(${text}${text.includes("//") ? "\n" : ""})`;
}
