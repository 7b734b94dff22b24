import { own } from "@/workflows/graph/record";
import { parseExpression } from "../parse";
import { inferType } from "../types/infer";
import { anything, type Shapes, type ValueType } from "../types/value-type";
import { type Token, tokensOf } from "./tokens";

/** Where in an expression somebody is writing, and what can stand there. */
export interface Place {
  /** The name written so far lies between these; both are the caret where none is begun. */
  from: number;
  to: number;
  typed: string;
  /** What the name is asked of: a field or a method; undefined where a value begins. */
  receiver?: ValueType;
  /** Names that `map`, `filter` and the like give. */
  variables: Shapes;
}

/** Undefined inside texts, numbers and comments, and right behind a value, where no name can stand. */
export function placeIn(text: string, caret: number, shapes: Shapes): Place | undefined {
  const tokens = tokensOf(text.slice(0, caret));
  const last = tokens.at(-1);
  if (last?.kind === "number" || isOpenText(last, caret) || isComment(last)) return undefined;
  const named = last?.kind === "name" || last?.kind === "word";
  const typed = named ? last.text : "";
  const code = tokens.filter(({ kind }) => kind !== "space");
  const before = named ? code.slice(0, -1) : code;
  const from = caret - typed.length;
  const rest = /^[\p{L}\p{N}_]*/u.exec(text.slice(caret))?.[0] ?? "";
  const place = { from, to: caret + rest.length, typed };
  const variables = variablesAt(text, before, shapes);
  const previous = before.at(-1);
  if (previous?.text === "." || (previous?.text === "?" && before.at(-2)?.text === ".")) {
    const end = before.findLastIndex(({ text: mark }) => mark === ".");
    return {
      ...place,
      receiver: typeBefore(text, before.slice(0, end), { ...shapes, ...variables }),
      variables,
    };
  }
  return previous && endsValue(previous) ? undefined : { ...place, variables };
}

function isOpenText(last: Token | undefined, caret: number): boolean {
  if (last?.kind !== "string" || last.end !== caret) return false;
  const quote = last.text.replace(/^[rRbB]+/, "");
  const mark = /^("""|'''|"|')/.exec(quote)?.[0] ?? "";
  return quote.length < mark.length * 2 || !quote.endsWith(mark);
}

function isComment(token: Token | undefined): boolean {
  return token?.kind === "space" && token.text.startsWith("//");
}

/** After a value only an operator can follow. */
function endsValue({ kind, text }: Token): boolean {
  if (kind === "name" || kind === "number" || kind === "string") return true;
  return text === ")" || text === "]" || text === "}" || (kind === "word" && text !== "in");
}

/** The type of the value that ends with these tokens, e.g. of `last(messages)`. */
function typeBefore(text: string, tokens: readonly Token[], shapes: Shapes): ValueType {
  const first = tokens[chainStart(tokens)];
  const last = tokens.at(-1);
  if (!first || !last) return anything;
  const parsed = parseExpression(text.slice(first.start, last.end));
  return parsed.ok ? inferType(parsed.value.ast, shapes).type : anything;
}

const openers: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Index of the token with which the chain of fields, calls and indexes that ends here begins. */
function chainStart(tokens: readonly Token[]): number {
  let at = tokens.length - 1;
  for (;;) {
    at = operandStart(tokens, at);
    const dot = tokens[at - 1];
    if (dot?.text === "." && at >= 2) at -= 2;
    else if (dot?.text === "?" && tokens[at - 2]?.text === "." && at >= 3) at -= 3;
    else return Math.max(0, at);
  }
}

/** Index of the token with which `name`, `name(…)`, `name[…]`, `(…)` or a literal begins. */
function operandStart(tokens: readonly Token[], end: number): number {
  let at = end;
  for (;;) {
    const opener = own(openers, tokens[at]?.text ?? "");
    if (!opener) return at;
    const open = openerIndex(tokens, at);
    const before = tokens[open - 1];
    const follows = opener !== "{" && before && (before.kind === "name" || own(openers, before.text));
    if (!follows) return open;
    at = open - 1;
  }
}

function openerIndex(tokens: readonly Token[], close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at -= 1) {
    const mark = tokens[at]?.text ?? "";
    if (own(openers, mark)) depth += 1;
    else if (mark === "(" || mark === "[" || mark === "{") depth -= 1;
    if (depth === 0) return at;
  }
  return 0;
}

const macros = new Set(["map", "filter", "exists", "exists_one", "all"]);

/** The names given by the calls around the end: `list.map(item, …` gives `item`, an item of the list. */
function variablesAt(text: string, tokens: readonly Token[], shapes: Shapes): Shapes {
  let variables: Shapes = {};
  for (const open of openBrackets(tokens)) {
    const [method, dot] = [tokens[open - 1], tokens[open - 2]];
    const [variable, comma] = [tokens[open + 1], tokens[open + 2]];
    if (!method || dot?.text !== "." || variable?.kind !== "name" || comma?.text !== ",") continue;
    if (!macros.has(method.text)) continue;
    const list = typeBefore(text, tokens.slice(0, open - 2), { ...shapes, ...variables });
    variables = { ...variables, [variable.text]: list.kind === "list" ? list.item : anything };
  }
  return variables;
}

/** Indexes of the round brackets that are open at the end, outer before inner. */
function openBrackets(tokens: readonly Token[]): number[] {
  const open: number[] = [];
  for (const [index, { text }] of tokens.entries()) {
    if (text === "(") open.push(index);
    if (text === ")") open.pop();
  }
  return open;
}
