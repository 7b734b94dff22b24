import type { ASTNode, ParseResult } from "@marcbachmann/cel-js";
import { children } from "./ast-children";
import { spend } from "./budget";
import { environment } from "./environment";
import type { Expression } from "./parse";
import { matchesPattern } from "./patterns";

/** Stands in for CEL's own `matches`, which cannot be replaced under its name. */
const safeMatches = "matchesRe2";

const running = environment.clone().registerFunction(`string.${safeMatches}(string): bool`, matchesPattern);

const programs = new WeakMap<Expression, ParseResult>();

/** The expression ready to run: its work is counted, and its patterns cannot hang (docs/decisions/051-cel-limits.md). */
export function programOf(expression: Expression): ParseResult {
  const known = programs.get(expression);
  if (known) return known;
  const program = running.parse(expression.source);
  guard(program.ast);
  programs.set(expression, program);
  return program;
}

function guard(ast: ASTNode): void {
  if (ast.op === "rcall" && ast.args[0] === "matches") ast.args[0] = safeMatches;
  count(ast);
  for (const child of children(ast)) guard(child);
}

/**
 * Counts each time a node is evaluated. The library has no hook for it; a node replaces its own `evaluate` at the
 * first call, so an accessor stands in front of whatever it is.
 */
function count(ast: ASTNode): void {
  const makes = ast.op === "+" || ast.op === "call" || ast.op === "rcall";
  let inner = methodOf(ast, "evaluate");
  const counted = (...args: unknown[]): unknown => {
    spend(1);
    const value: unknown = Reflect.apply(inner, ast, args);
    if (makes) spend(weight(value));
    return value;
  };
  Object.defineProperty(ast, "evaluate", {
    get: () => counted,
    set: (next: CallableFunction) => {
      inner = next;
    },
  });
}

/** What it costs to make a value, in steps. */
function weight(value: unknown): number {
  if (typeof value === "string") return value.length / 100;
  return Array.isArray(value) ? value.length / 10 : 0;
}

function methodOf(ast: ASTNode, name: string): CallableFunction {
  const method: unknown = Reflect.get(ast, name);
  if (typeof method === "function") return method;
  throw new Error(`CEL's nodes have no method ${name} any more: expressions cannot be counted.`);
}
