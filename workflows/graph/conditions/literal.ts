import type { ASTNode } from "@marcbachmann/cel-js";

/** A constant that can be compared without doubt. */
export type Literal = string | number | boolean | null;

/**
 * The constant that an expression spells; undefined for anything else, also for numbers so large that whole ones
 * and fractions are no longer told apart.
 */
export function literalOf(ast: ASTNode): Literal | undefined {
  if (ast.op === "-_") {
    const inner = literalOf(ast.args);
    return typeof inner === "number" ? -inner : undefined;
  }
  if (ast.op !== "value") return undefined;
  const value: unknown = ast.args;
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "number" && typeof value !== "bigint") return undefined;
  const number = Number(value);
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined;
}

/** All of them, or undefined where one is no constant. */
export function literalsIn(ast: ASTNode): Literal[] | undefined {
  if (ast.op !== "list") return undefined;
  const found = ast.args.map(literalOf);
  return found.every((literal) => literal !== undefined) ? found : undefined;
}
