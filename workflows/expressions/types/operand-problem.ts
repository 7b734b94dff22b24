import type { ASTNode } from "@marcbachmann/cel-js";
import type { ExpressionProblem } from "../problem";
import { typePhrase, type ValueType } from "./value-type";

/** What each operator works on; both sides must be of the same kind. */
const operands: Readonly<Record<string, readonly ValueType["kind"][]>> = {
  "+": ["number", "string", "list"],
  "-": ["number"],
  "*": ["number"],
  "/": ["number"],
  "%": ["number"],
  "<": ["number", "string", "boolean"],
  "<=": ["number", "string", "boolean"],
  ">": ["number", "string", "boolean"],
  ">=": ["number", "string", "boolean"],
  "&&": ["boolean"],
  "||": ["boolean"],
  "!_": ["boolean"],
  "?:": ["boolean"],
  "-_": ["number"],
};

/** What is wrong with the values an operator is given. What is not known is not wrong. */
export function operandProblem(ast: ASTNode, given: readonly ValueType[]): ExpressionProblem | undefined {
  const allowed = operands[ast.op];
  const known = given.filter(({ kind }) => kind !== "any" && kind !== "null");
  if (!allowed || known.length === 0) return undefined;
  const misfit = known.find(({ kind }) => !allowed.includes(kind));
  const [one, other] = known;
  const differ = one && other && one.kind !== other.kind;
  if (!misfit && !differ) return undefined;
  const place = ast.input.slice(ast.start, ast.end);
  const what =
    misfit || !one || !other
      ? `${signs[ast.op] ?? ast.op} does not work on ${typePhrase(misfit ?? known[0] ?? { kind: "any" })}`
      : `${typePhrase(one)} and ${typePhrase(other)} do not go together with ${ast.op}`;
  const hint =
    ast.op === "+" && known.some(({ kind }) => kind === "string")
      ? " Use text(…) to make text of a value."
      : "";
  const message = `In “${place}”: ${what}.${hint}`;
  return { code: "type", message, start: ast.start, end: ast.end };
}

const signs: Readonly<Record<string, string>> = { "!_": "!", "-_": "-", "?:": "The condition before ?" };
