import type { ASTNode } from "@marcbachmann/cel-js";
import { children } from "./ast-children";

/** A name that an expression takes from the state, and where it stands. */
export interface RootName {
  name: string;
  start: number;
  end: number;
}

/** CEL's own names: they are values of the language and shadow a channel of the same name. */
const languageNames = new Set([
  "bool",
  "bytes",
  "cel",
  "double",
  "dyn",
  "google",
  "int",
  "list",
  "map",
  "null_type",
  "optional",
  "string",
  "type",
  "uint",
]);

/** Words of CEL's grammar or reserved by it. */
const reservedWords = new Set(
  "as break const continue else false for function if import in let loop namespace null package return true var void while".split(
    " ",
  ),
);

/** Whether expressions cannot name a channel so called. */
export function isReservedName(name: string): boolean {
  return languageNames.has(name) || reservedWords.has(name);
}

const iterationMacros = new Set(["all", "exists", "exists_one", "map", "filter"]);

/** Names that must come from the state, in the order they stand in the text. */
export function rootNames(ast: ASTNode): RootName[] {
  const found: RootName[] = [];
  collect(ast, new Set(), found);
  return found.sort((one, other) => one.start - other.start);
}

function collect(ast: ASTNode, bound: ReadonlySet<string>, found: RootName[]): void {
  if (ast.op === "id") {
    if (!bound.has(ast.args) && !languageNames.has(ast.args)) {
      found.push({ name: ast.args, start: ast.start, end: ast.end });
    }
    return;
  }
  if (ast.op === "rcall") {
    const [method, receiver, args] = ast.args;
    collect(receiver, bound, found);
    collectArguments(method, receiver, args, bound, found);
    return;
  }
  for (const child of children(ast)) collect(child, bound, found);
}

function collectArguments(
  method: string,
  receiver: ASTNode,
  args: ASTNode[],
  bound: ReadonlySet<string>,
  found: RootName[],
): void {
  const [variable, ...rest] = args;
  const binds = iterationMacros.has(method) || isCelBind(method, receiver);
  if (!binds || variable?.op !== "id" || rest.length === 0) {
    for (const argument of args) collect(argument, bound, found);
    return;
  }
  const inner = new Set(bound).add(variable.args);
  // The value of `cel.bind(name, value, body)` is worked out before the name exists.
  const outside = isCelBind(method, receiver) ? rest.slice(0, 1) : [];
  for (const argument of outside) collect(argument, bound, found);
  for (const argument of rest.slice(outside.length)) collect(argument, inner, found);
}

function isCelBind(method: string, receiver: ASTNode): boolean {
  return method === "bind" && receiver.op === "id" && receiver.args === "cel";
}
