import type { ASTNode } from "@marcbachmann/cel-js";

/** The nodes right below one, in the order they stand in the text. */
export function children(ast: ASTNode): ASTNode[] {
  return nodesIn(ast.args);
}

/** Operands come as nodes, lists of nodes and lists of pairs, next to names and literals. */
function nodesIn(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(nodesIn);
  return isNode(args) ? [args] : [];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === "object" && value !== null && "op" in value && "args" in value;
}
