import type { Environment, TypeCheckResult } from "@marcbachmann/cel-js";
import type { Channels, ChannelType } from "@/workflows/graph/channel";
import { environment } from "./environment";
import type { Expression } from "./parse";
import type { ExpressionProblem } from "./problem";
import { isReservedName } from "./roots";

const celTypes: Record<ChannelType, string> = {
  string: "string",
  number: "double",
  boolean: "bool",
  object: "map<string, dyn>",
  array: "list<dyn>",
  messages: "list<map<string, dyn>>",
  any: "dyn",
};

/** Refused by CEL's types, fine at run time: a channel's number is whole or not only then. */
const numberPuzzles = [/index must be int, got 'double'/, /double in list<int>/, /int in list<double>/];

const environments = new WeakMap<Channels, Environment>();

/** The first place where CEL itself finds that types do not fit. */
export function typeProblem({ source }: Expression, channels: Channels): ExpressionProblem | undefined {
  const result = environmentFor(channels).check(source);
  return result.valid ? undefined : complaint(source, result);
}

function environmentFor(channels: Channels): Environment {
  const known = environments.get(channels);
  if (known) return known;
  const fresh = environment.clone();
  for (const [name, channel] of Object.entries(channels)) {
    if (!isReservedName(name)) fresh.registerVariable(name, celTypes[channel.type]);
  }
  environments.set(channels, fresh);
  return fresh;
}

function complaint(source: string, { error }: TypeCheckResult): ExpressionProblem | undefined {
  if (!error || numberPuzzles.some((puzzle) => puzzle.test(error.summary))) return undefined;
  const start = error.range?.start ?? 0;
  const end = error.range?.end ?? source.length;
  const place = source.slice(start, end);
  const missing = /overload for '(?:dyn\.|[\w<>, ]+\.)?(\w+)\(/.exec(error.summary)?.[1];
  if (error.code === "no_matching_overload" && missing)
    return callProblem(missing, error.summary, start, end);
  const what =
    error.code === "incompatible_ternary_branches" ? unlikeResults(error.summary) : readable(error.summary);
  return { code: "type", message: `In “${place}”: ${what}`, start, end };
}

/** Here CEL's two kinds of numbers cannot be hidden: a choice must give one type. */
function unlikeResults(summary: string): string {
  const names: Readonly<Record<string, string>> = { double: "a number with a point", int: "a whole number" };
  const [one, other] = [...summary.matchAll(/'([^']+)'/g)].map(([, type = ""]) => names[type] ?? type);
  return `? and : must give the same type, but one is ${one} and the other ${other}. Write whole numbers as 1.0, or wrap one side in dyn(…).`;
}

function callProblem(name: string, summary: string, start: number, end: number): ExpressionProblem {
  const definitions = environment.getDefinitions().functions;
  if (definitions.some((known) => known.name === name)) {
    const message = `${name}(…) does not take these values: ${readable(summary)}`;
    return { code: "type", message, start, end };
  }
  return { code: "unknown_function", message: `There is no function named “${name}”.`, start, end };
}

function readable(summary: string): string {
  const words = summary
    .replace(/^(found )?no (such|matching) overload(:| for)/, "no rule for")
    .replace(/map<[^']*?>/g, "object")
    .replace(/list<[^']*?>/g, "list")
    .replace(/\b(double|int|uint)\b/g, "number")
    .replace(/\bbool\b/g, "true/false")
    .replace(/\bdyn\b/g, "any value");
  const hint = /string [+-]|[+-] string/.test(summary) ? " Use text(…) to make text of a value." : "";
  return `${words}.${hint}`;
}
