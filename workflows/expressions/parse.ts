import { type ASTNode, ParseError } from "@marcbachmann/cel-js";
import { fail, ok, type Result } from "@/workflows/graph/result";
import { children } from "./ast-children";
import { environment } from "./environment";
import { Lru } from "./lru";
import type { ExpressionProblem } from "./problem";
import { type RootName, rootNames } from "./roots";
import { syntaxProblem, tooLarge } from "./syntax";

/** A parsed CEL expression; `evaluate` runs it as often as wanted. */
export interface Expression {
  source: string;
  ast: ASTNode;
  /** Channels it reads, each place where it does; names bound by `map`, `filter` and the like are not channels. */
  roots: RootName[];
}

const parsed = new Lru<string, Result<Expression, ExpressionProblem>>(1_000);

/** Parses CEL; the last thousand texts are remembered. */
export function parseExpression(text: string): Result<Expression, ExpressionProblem> {
  return parsed.through(text, () => parseFresh(text));
}

function parseFresh(text: string): Result<Expression, ExpressionProblem> {
  try {
    const { ast } = environment.parse(text);
    if (isDeeperThan(maxDepth, ast)) return fail(tooLarge(text));
    return ok({ source: text, ast, roots: rootNames(ast) });
  } catch (error) {
    if (error instanceof ParseError) return fail(syntaxProblem(text, error));
    // The parser follows `!!!…` by calls and knows no limit there.
    if (error instanceof RangeError) return fail(tooLarge(text));
    throw error;
  }
}

/** Checking and running go down the tree by calls, and a stack has an end. */
const maxDepth = 500;

/** The library counts brackets alone as depth; `1 + 1 + 1 …` and `!!!…` grow without any. */
function isDeeperThan(limit: number, ast: ASTNode): boolean {
  let level = [ast];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= limit) return true;
    level = level.flatMap(children);
  }
  return false;
}
