import type { ASTNode } from "@marcbachmann/cel-js";

/** An expression without its spelling: equal for expressions that differ only in spaces, brackets and quotes. */
export function canonicalText(ast: ASTNode): string {
  return `${ast.op}:${textOf(ast.args)}`;
}

function textOf(args: unknown): string {
  if (Array.isArray(args)) return `(${args.map(textOf).join(",")})`;
  if (isNode(args)) return canonicalText(args);
  if (typeof args === "string") return JSON.stringify(args);
  if (typeof args !== "object" || args === null) return `${typeof args} ${String(args)}`;
  const inner: unknown = args.valueOf();
  return `${args.constructor.name} ${typeof inner === "bigint" ? inner : JSON.stringify(inner)}`;
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === "object" && value !== null && "op" in value && "args" in value;
}
