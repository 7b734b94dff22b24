import type { ASTNode } from "@marcbachmann/cel-js";
import { parseExpression } from "@/workflows/expressions/parse";
import { didYouMean } from "@/workflows/expressions/similar";
import { textOf } from "@/workflows/expressions/text";
import { inferType } from "@/workflows/expressions/types/infer";
import { typePhrase } from "@/workflows/expressions/types/value-type";
import { possibleValues } from "@/workflows/graph/analysis/possible-values";
import { shapesOf } from "@/workflows/graph/analysis/shapes";
import type { Issue } from "@/workflows/graph/issue";
import type { Json } from "@/workflows/graph/json";
import type { Comparison } from "@/workflows/nodes/definition";
import { quoted, type Rule, type Subject, type SubjectNode } from "./subject";

/** Every value that chooses a way can occur: it is of the expression's type, and one of those that nodes write. */
export const comparisons: Rule = (subject) =>
  subject.nodes.flatMap((node) =>
    node.comparisons.flatMap((comparison) => {
      const parsed = parseExpression(comparison.expression);
      const reason = parsed.ok ? neverBecause(comparison, parsed.value.ast, subject) : undefined;
      return reason ? [issueOf(node, comparison, reason)] : [];
    }),
  );

function neverBecause(comparison: Comparison, ast: ASTNode, subject: Subject): string | undefined {
  const { document, definitions } = subject;
  const { type } = inferType(ast, shapesOf(document, definitions));
  if (type.kind === "any" || type.kind === "null") return undefined;
  if (type.kind === "list" || type.kind === "object") {
    return `“${comparison.expression}” gives ${typePhrase(type)}, which equals no value. Compare something in it.`;
  }
  const { equals } = comparison;
  const isOfType = { string: true, number: isNumber(equals), boolean: isTruth(equals) };
  if (!isOfType[type.kind]) return `“${comparison.expression}” gives ${typePhrase(type)}.`;
  const possible = type.kind === "string" ? possibleValues(ast, document, definitions) : undefined;
  if (!possible || possible.some((value) => isEqual(value, comparison))) return undefined;
  const texts = possible.filter((value) => value !== null).map(textOf);
  return `“${comparison.expression}” is always one of ${quoted(texts)}.${didYouMean(equals, texts)}`;
}

function isEqual(value: Json, { equals, ignoreCase }: Comparison): boolean {
  if (typeof value !== "string") return value !== null;
  return ignoreCase ? value.toLowerCase() === equals.toLowerCase() : value === equals;
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}

function isTruth(text: string): boolean {
  return ["true", "false"].includes(text.trim().toLowerCase());
}

function issueOf(
  { id, node }: SubjectNode,
  { label, equals, port, field }: Comparison,
  reason: string,
): Issue {
  return {
    code: "case_never_matches",
    severity: "warning",
    path: { nodeId: id, port, field },
    message: `“${node.title}”: the case “${label}” can never be taken. It waits for “${equals}”, but ${reason}`,
  };
}
