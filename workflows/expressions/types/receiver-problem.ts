import type { ASTNode } from "@marcbachmann/cel-js";
import { own } from "@/workflows/graph/record";
import type { ExpressionProblem } from "../problem";
import { typePhrase, type ValueType } from "./value-type";

type Kind = ValueType["kind"];

const texts: readonly Kind[] = ["string"];
const lists: readonly Kind[] = ["list"];

/** What functions work on: their first value, or the one in front of the dot. */
const takes: Readonly<Record<string, readonly Kind[]>> = {
  lower: texts,
  upper: texts,
  trim: texts,
  split: texts,
  startsWith: texts,
  endsWith: texts,
  matches: texts,
  first: lists,
  last: lists,
  join: lists,
  map: lists,
  filter: lists,
  exists: lists,
  exists_one: lists,
  all: lists,
  size: ["string", "list", "object"],
  contains: ["string", "list", "object"],
};

/** What is wrong with the value that a function works on. What is not known is not wrong. */
export function receiverProblem(
  ast: ASTNode,
  name: string,
  given: ValueType | undefined,
): ExpressionProblem | undefined {
  const allowed = own(takes, name);
  if (!allowed || !given || given.kind === "any" || given.kind === "null") return undefined;
  if (allowed.includes(given.kind)) return undefined;
  const wanted = allowed === texts ? "a text" : allowed === lists ? "a list" : "a text, a list or an object";
  const hint = allowed === texts ? " Use text(…) to make text of a value." : "";
  const place = ast.input.slice(ast.start, ast.end);
  const message = `In “${place}”: ${name}(…) works on ${wanted}, not on ${typePhrase(given)}.${hint}`;
  return { code: "type", message, start: ast.start, end: ast.end };
}
