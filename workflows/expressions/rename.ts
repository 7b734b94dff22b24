import type { ASTNode } from "@marcbachmann/cel-js";
import { children } from "./ast-children";
import { parseExpression } from "./parse";
import { parseTemplate } from "./parse-template";

/** The expression with a channel called by another name; one that does not parse stays as it is. */
export function renameInExpression(text: string, from: string, to: string): string {
  const parsed = parseExpression(text);
  if (!parsed.ok) return text;
  const { ast, roots } = parsed.value;
  const reads = roots.filter(({ name }) => name === from);
  if (reads.length === 0) return text;
  const fromState = new Set(roots.map(({ start }) => start));
  // A name that `map` and the like give would catch the renamed channel, so it steps aside.
  const bound = namesIn(ast).filter(({ name, start }) => name === to && !fromState.has(start));
  const aside = freeName(ast, to);
  return spliced(text, [
    ...reads.map(({ start, end }) => ({ start, end, text: to })),
    ...bound.map(({ start, end }) => ({ start, end, text: aside })),
  ]);
}

/** The template with a channel called by another name in each of its expressions. */
export function renameInTemplate(text: string, from: string, to: string): string {
  const edits = parseTemplate(text).parts.flatMap((part) =>
    part.kind === "expression"
      ? [{ start: part.start, end: part.end, text: renameInExpression(part.source, from, to) }]
      : [],
  );
  return spliced(text, edits);
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with some places of it replaced. */
export function spliced(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((current, edit) => current.slice(0, edit.start) + edit.text + current.slice(edit.end), text);
}

/** Every name in an expression, be it a channel's or one that `map` and the like give. */
export function namesIn(ast: ASTNode): { name: string; start: number; end: number }[] {
  if (ast.op === "id") return [{ name: ast.args, start: ast.start, end: ast.end }];
  return children(ast).flatMap(namesIn);
}

/** A name that the expression does not have yet. @param others that it may not be either */
export function freeName(ast: ASTNode, base: string, others: Iterable<string> = []): string {
  const taken = new Set([...others, ...namesIn(ast).map(({ name }) => name)]);
  let number = 2;
  while (taken.has(`${base}${number}`)) number += 1;
  return `${base}${number}`;
}
