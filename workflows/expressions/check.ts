import type { Channels, ChannelType } from "@/workflows/graph/channel";
import { isFailure } from "./failure";
import { Lru } from "./lru";
import { type Expression, parseExpression } from "./parse";
import { parseTemplate } from "./parse-template";
import { patternProblems } from "./pattern-problem";
import { type ExpressionProblem, shifted } from "./problem";
import { didYouMean } from "./similar";
import { typeProblem } from "./type-check";

/** Channel tables are replaced, never changed, so what was found for one holds as long as it lives. */
const checked = new WeakMap<Channels, Lru<string, ExpressionProblem[]>>();

/**
 * Everything wrong with an expression: grammar, names, types, and the type of its value where `expected` says one.
 * Unknown types pass: what cannot be known before the run is not a mistake.
 */
export function checkExpression(
  text: string,
  channels: Channels,
  expected?: ChannelType,
): ExpressionProblem[] {
  const known = checked.get(channels) ?? new Lru(2_000);
  checked.set(channels, known);
  return known.through(`${expected ?? ""}:${text}`, () => checkFresh(text, channels, expected));
}

/** The same for every `{{ expression }}` of a template, with places counted in the template. */
export function checkTemplate(text: string, channels: Channels): ExpressionProblem[] {
  const { parts, problem } = parseTemplate(text);
  const inside = parts.flatMap((part) =>
    part.kind === "expression"
      ? checkExpression(part.source, channels).map((found) => shifted(found, part.start))
      : [],
  );
  return problem ? [...inside, problem] : inside;
}

function checkFresh(
  text: string,
  channels: Channels,
  expected: ChannelType | undefined,
): ExpressionProblem[] {
  const result = parseExpression(text);
  if (!result.ok) return [result.problem];
  const found = [...unknownChannels(result.value, channels), ...patternProblems(result.value.ast)];
  const type = typeProblem(result.value, channels, expected);
  return type ? [...found, type] : found;
}

function unknownChannels({ roots }: Expression, channels: Channels): ExpressionProblem[] {
  const missing = roots.filter(({ name }) => !Object.hasOwn(channels, name) && !isFailure(name, channels));
  const first = missing.filter(
    ({ name }, index) => missing.findIndex((root) => root.name === name) === index,
  );
  return first.map(({ name, start, end }) => ({
    code: "unknown_channel",
    message: `There is no channel named “${name}”.${didYouMean(name, Object.keys(channels))}`,
    start,
    end,
    channel: name,
  }));
}
