import { z } from "zod";
import { type Candidate, type RoutedCall, ruleKind } from "./rule-kind";

/** What a call is taken for where nobody knows its size. */
const usual = { prompt: 1_000, answer: 500 };

/** The cheapest for this call first; those whose price is not known come last, as they stand. */
export const costRule = ruleKind({
  title: "Cheapest first",
  summary: "By what this call would cost at each. Models without a known price come last.",
  settings: z.strictObject({}),
  apply: (models, _settings, call) => {
    const priced = models.map((model) => ({ model, micros: microsOf(model, call) }));
    const sorted = priced.toSorted((a, b) => (a.micros ?? Infinity) - (b.micros ?? Infinity) || 0);
    const micros = sorted[0]?.micros;
    return {
      models: sorted.map(({ model }) => model),
      ...(typeof micros === "number" &&
        models.length > 1 && { because: `the cheapest of ${models.length}, at about ${dollars(micros)}` }),
    };
  },
});

function microsOf({ inputPrice, outputPrice }: Candidate, call: RoutedCall): number | null {
  if (inputPrice === null || outputPrice === null) return null;
  const { promptTokens = usual.prompt, answerTokens = usual.answer } = call;
  return (inputPrice * promptTokens + outputPrice * answerTokens) / 1_000_000;
}

/** Two digits that count: $0.00042, $1.3. */
function dollars(micros: number): string {
  if (micros === 0) return "$0";
  const value = micros / 1_000_000;
  const digits = Math.min(8, Math.max(0, 1 - Math.floor(Math.log10(value))));
  return `$${value.toFixed(digits)}`;
}
