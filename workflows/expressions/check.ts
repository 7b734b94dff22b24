import type { Channels } from "@/workflows/graph/channel";
import { type Expected, expectationProblem } from "./expectation";
import { isFailure } from "./failure";
import { Lru } from "./lru";
import { type Expression, parseExpression } from "./parse";
import { parseTemplate } from "./parse-template";
import { patternProblems } from "./pattern-problem";
import { type ExpressionProblem, shifted } from "./problem";
import { didYouMean } from "./similar";
import { typeProblem } from "./type-check";
import { inferType } from "./types/infer";
import { shapesOfChannels } from "./types/of-channel";
import type { Shapes } from "./types/value-type";

/** Shapes are replaced, never changed, so what was found for them holds as long as they live. */
const checked = new WeakMap<Shapes, Lru<string, ExpressionProblem[]>>();

/**
 * Everything wrong with an expression: grammar, names, types, and the type of its value where `expected` says one.
 * Unknown types pass: what cannot be known before the run is not a mistake.
 * @param shapes what is known of the channels' values, where that is more than their types
 */
export function checkExpression(
  text: string,
  channels: Channels,
  expected?: Expected,
  shapes: Shapes = shapesOfChannels(channels),
): ExpressionProblem[] {
  const known = checked.get(shapes) ?? new Lru(2_000);
  checked.set(shapes, known);
  return known.through(JSON.stringify([expected, text]), () => checkFresh(text, channels, expected, shapes));
}

/** The same for every `{{ expression }}` of a template, with places counted in the template. */
export function checkTemplate(text: string, channels: Channels, shapes?: Shapes): ExpressionProblem[] {
  const { parts, problem } = parseTemplate(text);
  const inside = parts.flatMap((part) =>
    part.kind === "expression"
      ? checkExpression(part.source, channels, undefined, shapes).map((found) => shifted(found, part.start))
      : [],
  );
  return problem ? [...inside, problem] : inside;
}

function checkFresh(
  text: string,
  channels: Channels,
  expected: Expected | undefined,
  shapes: Shapes,
): ExpressionProblem[] {
  const result = parseExpression(text);
  if (!result.ok) return [result.problem];
  const found = [...unknownChannels(result.value, channels), ...patternProblems(result.value.ast)];
  const { type, problems } = inferType(result.value.ast, shapes);
  // What both find, ours says more plainly.
  const refused = problems.length === 0 && typeProblem(result.value, channels);
  if (refused) return [...found, refused];
  const unfit = expected && expectationProblem(text, type, expected);
  return [...found, ...problems, ...(unfit ? [unfit] : [])];
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
