import type { ASTNode } from "@marcbachmann/cel-js";
import { children } from "@/workflows/expressions/ast-children";
import { canonicalText } from "./canonical";
import { contradict, type Fact, type Sign } from "./fact";
import { literalOf, literalsIn } from "./literal";

/** Ways in which something can come about, each as facts that then hold together; none: it cannot. */
export type Cases = readonly (readonly Fact[])[];

/** Nothing is known: it can come about anyhow. */
export const anyhow: Cases = [[]];

const most = 200;

/**
 * In which cases a condition gives `outcome`. Every state in which it does is covered by a case; a case may cover
 * others as well. A condition that fails gives neither true nor false. Where there are too many, `anyhow`.
 */
export function casesOf(ast: ASTNode, outcome: boolean): Cases {
  if (ast.op === "!_") return casesOf(ast.args, !outcome);
  if (ast.op === "&&" || ast.op === "||") {
    const [left, right] = ast.args.map((side) => casesOf(side, outcome));
    const needsBoth = (ast.op === "&&") === outcome;
    return needsBoth ? both(left ?? anyhow, right ?? anyhow) : either(left ?? anyhow, right ?? anyhow);
  }
  if (ast.op === "?:") {
    const [when, yes, no] = ast.args;
    return either(
      both(casesOf(when, true), casesOf(yes, outcome)),
      both(casesOf(when, false), casesOf(no, outcome)),
    );
  }
  const literal = literalOf(ast);
  if (literal !== undefined) return literal === outcome ? anyhow : [];
  return comparisonCases(ast, outcome) ?? [[{ term: canonicalText(ast), kind: "is", value: outcome }]];
}

/** Cases of two things at once, without those that cannot be. */
export function both(one: Cases, other: Cases): Cases {
  if (one.length * other.length > most) return one.length <= other.length ? one : other;
  return one.flatMap((left) =>
    other.map((right) => [...left, ...right]).filter((facts) => !contradict(facts)),
  );
}

function either(one: Cases, other: Cases): Cases {
  return one.length + other.length > most ? anyhow : [...one, ...other];
}

const mirrored: Record<Sign, Sign> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };
const opposite: Record<Sign, Sign> = { "<": ">=", "<=": ">", ">": "<=", ">=": "<" };

/** Cases of a comparison with a constant; undefined for all else. */
function comparisonCases(ast: ASTNode, outcome: boolean): Cases | undefined {
  if (isOdd(ast)) return undefined;
  switch (ast.op) {
    case "in": {
      const literals = literalsIn(ast.args[1]);
      const term = canonicalText(ast.args[0]);
      if (!literals) return undefined;
      if (outcome) return literals.map((value) => [{ term, kind: "is", value }]);
      return [literals.map((value) => ({ term, kind: "is not", value }))];
    }
    case "==":
    case "!=": {
      const [side, value] = sidesOf(ast.args);
      if (!side || value === undefined) return undefined;
      return [[{ term: canonicalText(side), kind: (ast.op === "==") === outcome ? "is" : "is not", value }]];
    }
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const [side, value, turned] = sidesOf(ast.args);
      if (!side || (typeof value !== "number" && typeof value !== "string")) return undefined;
      const sign = turned ? mirrored[ast.op] : ast.op;
      const held = outcome ? sign : opposite[sign];
      return [[{ term: canonicalText(side), kind: "range", sign: held, value, orNaN: !outcome }]];
    }
    default:
      return undefined;
  }
}

/** The side that is no constant, the constant, and whether it stood on the left. */
function sidesOf([left, right]: readonly [ASTNode, ASTNode]) {
  const onLeft = literalOf(left);
  const onRight = literalOf(right);
  if (onRight !== undefined && onLeft === undefined) return [left, onRight, false] as const;
  if (onLeft !== undefined && onRight === undefined) return [right, onLeft, true] as const;
  return [undefined, undefined, false] as const;
}

/** Unsigned numbers, times and the like, whose comparisons are not those of JSON. */
function isOdd(ast: ASTNode): boolean {
  if (ast.op === "value") return typeof ast.args === "object" && ast.args !== null;
  if (ast.op === "call" && oddCalls.has(ast.args[0])) return true;
  return children(ast).some(isOdd);
}

const oddCalls = new Set(["uint", "bytes", "timestamp", "duration", "type", "optional"]);
