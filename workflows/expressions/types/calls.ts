import { anything, listOf, number, text, truth, type ValueType } from "./value-type";

const fixed: Readonly<Record<string, ValueType>> = {
  size: number,
  int: number,
  uint: number,
  double: number,
  string: text,
  bool: truth,
  has: truth,
  text,
  json: text,
  lower: text,
  upper: text,
  trim: text,
  join: text,
  split: listOf(text),
  contains: truth,
  startsWith: truth,
  endsWith: truth,
  matches: truth,
  lowerAscii: text,
  upperAscii: text,
  substring: text,
  indexOf: number,
  lastIndexOf: number,
};

/** What a function gives; anything where it depends on more than is known. */
export function callType(name: string, [first]: readonly ValueType[]): ValueType {
  if (name === "first" || name === "last") return first?.kind === "list" ? first.item : anything;
  return Object.hasOwn(fixed, name) ? (fixed[name] ?? anything) : anything;
}

/** What a method gives: mostly the same as the function of its name. */
export function methodType(name: string, on: ValueType, args: readonly ValueType[]): ValueType {
  return callType(name, [on, ...args]);
}
