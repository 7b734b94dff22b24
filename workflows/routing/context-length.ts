import { z } from "zod";
import { type Candidate, ruleKind, without } from "./rule-kind";

/**
 * Leaves out models into which the prompt and the longest answer do not fit. The prompt is only estimated, so where none
 * is large enough the largest is asked all the same, and its provider has the last word.
 */
export const contextLengthRule = ruleKind({
  title: "Long enough context",
  summary: "Leaves out models whose context is too small for the prompt, as far as it can be estimated.",
  settings: z.strictObject({}),
  apply: (models, _settings, { promptTokens, answerTokens = 0 }) => {
    if (promptTokens === undefined) return { models };
    const needed = promptTokens + answerTokens;
    const fitting = without(models, ({ facts: { contextTokens } }) =>
      contextTokens !== undefined && contextTokens < needed
        ? `takes ${contextTokens} tokens, and about ${needed} are needed`
        : undefined,
    );
    const [largest] = models.toSorted((a, b) => roomOf(b) - roomOf(a));
    if (fitting.models.length > 0 || !largest) return fitting;
    return {
      models: [largest],
      left: fitting.left.filter(({ name }) => name !== largest.name),
      because: `the one with the largest context, which may be too small for about ${needed} tokens`,
    };
  },
});

function roomOf({ facts }: Candidate): number {
  return facts.contextTokens ?? Infinity;
}
