import type { ExpressionFunction } from "../functions";
import type { ValueType } from "../types/value-type";
import type { Completion } from "./completion";

/** Functions that are called on their own, e.g. `size(value)`. */
export function functionOptions(functions: readonly ExpressionFunction[]): Completion[] {
  return functions.filter(({ signature }) => !receiverOf(signature)).map(optionOf);
}

/** Functions that are called on a value of this type, e.g. `list.map(item, value)`. */
export function methodOptions(functions: readonly ExpressionFunction[], receiver: ValueType): Completion[] {
  return functions.flatMap((each) => {
    const on = receiverOf(each.signature);
    return on && fits(on, receiver) ? [optionOf(each)] : [];
  });
}

/** `list` of `list.map(item, value)`; undefined of `size(value)`. */
function receiverOf(signature: string): string | undefined {
  return /^(\w+)\./.exec(signature)?.[1];
}

function fits(on: string, { kind }: ValueType): boolean {
  if (kind === "any") return true;
  return on === "list" ? kind === "list" : on === "text" && kind === "string";
}

function optionOf({ signature, summary, example }: ExpressionFunction): Completion {
  const call = signature.replace(/^\w+\./, "");
  const name = /^\w+/.exec(call)?.[0] ?? call;
  const [variable, ...rest] = /\((.*)\)/.exec(call)?.[1]?.split(", ") ?? [];
  // A loop's item gets its name at once; what is done with it is written next.
  const insert = variable === "item" && rest.length > 0 ? `${name}(item, )` : `${name}()`;
  return {
    label: name,
    kind: "function",
    insert,
    caret: insert.length - 1,
    detail: call.slice(name.length),
    info: `${summary}, e.g. ${example}`,
  };
}
