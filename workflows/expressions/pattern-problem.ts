import type { ASTNode } from "@marcbachmann/cel-js";
import { children } from "./ast-children";
import type { ExpressionProblem } from "./problem";

/** An escaped character other than a back reference is passed over; what is left over is found. */
const beyondRe2 = /\\(?:[1-9]|k<)|\(\?(?:<?[=!])|\\./g;

const names: readonly [start: string, name: string][] = [
  ["(?", "looking ahead or behind"],
  ["\\", "a reference to an earlier group"],
];

/**
 * Written-out patterns that the engine of `matches` does not have, because only engines whose time explodes do. The
 * engine itself is too large for the browser; it reports every other mistake when the expression runs.
 */
export function patternProblems(ast: ASTNode): ExpressionProblem[] {
  const below = children(ast).flatMap(patternProblems);
  if (ast.op !== "rcall" || ast.args[0] !== "matches") return below;
  const [pattern] = ast.args[2];
  if (pattern?.op !== "value" || typeof pattern.args !== "string") return below;
  const feature = featureBeyondRe2(pattern.args);
  if (!feature) return below;
  const message = `Regular expressions here cannot use ${feature}. Use simpler patterns joined by && and ||, or a Code node.`;
  return [{ code: "pattern", message, start: pattern.start, end: pattern.end }, ...below];
}

function featureBeyondRe2(pattern: string): string | undefined {
  const found = [...pattern.matchAll(beyondRe2)].map(([text]) => text).find((text) => !isPlainEscape(text));
  return found && names.find(([start]) => found.startsWith(start))?.[1];
}

function isPlainEscape(text: string): boolean {
  return text.startsWith("\\") && !/^\\(?:[1-9]|k<)$/.test(text);
}
