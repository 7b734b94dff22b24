import type { Environment } from "@marcbachmann/cel-js";
import canonicalize from "canonicalize";
import { textOf } from "./text";
import { toJson } from "./values";

/** A function of the expression language as completion and documentation show it. */
export interface ExpressionFunction {
  signature: string;
  summary: string;
  example: string;
}

interface Entry extends ExpressionFunction {
  /** CEL overloads that do the same thing, e.g. `lower(x)` and `x.lower()`. */
  overloads: string[];
  handler: (...values: never[]) => unknown;
}

const entries: Entry[] = [
  {
    signature: "last(list)",
    summary: "The last item, or null of an empty list",
    example: "last(messages).content",
    overloads: ["last(list): dyn", "list.last(): dyn"],
    handler: (list: unknown[]) => list.at(-1) ?? null,
  },
  {
    signature: "first(list)",
    summary: "The first item, or null of an empty list",
    example: "first(results)",
    overloads: ["first(list): dyn", "list.first(): dyn"],
    handler: (list: unknown[]) => list[0] ?? null,
  },
  {
    signature: "text(value)",
    summary: "A value as a template shows it: objects as JSON, null as nothing",
    example: 'text(count) + " items"',
    overloads: ["text(dyn): string"],
    handler: (value: unknown) => textOf(toJson(value)),
  },
  {
    signature: "json(value)",
    summary: "A value as JSON text",
    example: "json(order)",
    overloads: ["json(dyn): string"],
    handler: (value: unknown) => JSON.stringify(toJson(value)),
  },
  {
    signature: "contains(value, part)",
    summary: "Whether a text holds a part, a list an item or an object a key",
    example: 'contains(answer, "yes")',
    overloads: ["contains(string, string): bool"],
    handler: (value: string, part: string) => value.includes(part),
  },
  {
    signature: "lower(text)",
    summary: "The text in small letters",
    example: "lower(answer)",
    overloads: ["lower(string): string", "string.lower(): string"],
    handler: (text: string) => text.toLowerCase(),
  },
  {
    signature: "upper(text)",
    summary: "The text in capital letters",
    example: "upper(code)",
    overloads: ["upper(string): string", "string.upper(): string"],
    handler: (text: string) => text.toUpperCase(),
  },
  {
    signature: "trim(text)",
    summary: "The text without spaces around it",
    example: "trim(answer)",
    overloads: ["trim(string): string"],
    handler: (text: string) => text.trim(),
  },
  {
    signature: "split(text, separator)",
    summary: "The parts of a text",
    example: 'split(tags, ",")',
    overloads: ["split(string, string): list<string>"],
    // Into characters, not into halves of them.
    handler: (text: string, separator: string) =>
      separator === "" ? Array.from(text) : text.split(separator),
  },
  {
    signature: "join(list, separator)",
    summary: "The items of a list as one text",
    example: 'join(names, ", ")',
    overloads: ["join(list, string): string"],
    handler: (list: unknown[], separator: string) => list.map((item) => textOf(toJson(item))).join(separator),
  },
];

/** What CEL brings along, for completion and documentation. */
const builtIn: ExpressionFunction[] = [
  { signature: "size(value)", summary: "Length of a text, list or object", example: "size(messages) > 10" },
  { signature: "has(value.key)", summary: "Whether an object has a key", example: "has(order.total)" },
  { signature: "int(value)", summary: "A whole number, cut off", example: 'int("42")' },
  { signature: "double(value)", summary: "A number", example: 'double("3.5")' },
  { signature: "string(value)", summary: "A plain value as text", example: "string(count)" },
  {
    signature: "list.filter(item, condition)",
    summary: "The items that match",
    example: "results.filter(r, r.score > 0.5)",
  },
  {
    signature: "list.map(item, value)",
    summary: "A value for each item",
    example: "results.map(r, r.title)",
  },
  {
    signature: "list.exists(item, condition)",
    summary: "Whether some item matches",
    example: 'messages.exists(m, m.role == "tool")',
  },
  {
    signature: "list.all(item, condition)",
    summary: "Whether every item matches",
    example: "scores.all(s, s > 3)",
  },
  {
    signature: "text.startsWith(part)",
    summary: "Whether a text begins so",
    example: 'answer.startsWith("yes")',
  },
  { signature: "text.endsWith(part)", summary: "Whether a text ends so", example: 'name.endsWith(".pdf")' },
  {
    signature: "text.matches(pattern)",
    summary: "Whether a regular expression matches",
    example: 'code.matches("^[A-Z]+$")',
  },
];

/** Every function a person can write, ours first. Nothing here depends on the clock or on chance. */
export const expressionFunctions: readonly ExpressionFunction[] = [
  ...entries.map(({ signature, summary, example }) => ({ signature, summary, example })),
  ...builtIn,
];

export function registerFunctions(environment: Environment): Environment {
  for (const { overloads, handler } of entries) {
    for (const overload of overloads) environment.registerFunction(overload, handler);
  }
  const itemIn = (list: unknown[], item: unknown) => {
    const wanted = canonicalize(toJson(item));
    return list.some((other) => other === item || canonicalize(toJson(other)) === wanted);
  };
  environment.registerFunction("contains(list, dyn): bool", itemIn);
  environment.registerFunction("list.contains(dyn): bool", itemIn);
  environment.registerFunction("contains(map, string): bool", (map: object, key: string) =>
    Object.hasOwn(map, key),
  );
  return environment;
}
