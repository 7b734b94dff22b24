import type { Candidate, Outcome } from "./rule-kind";

/**
 * Where some models have weights, which of those is the first is drawn by lot; the others follow as they stand.
 * @param lot from 0 up to, but not, 1
 */
export function weighted(models: readonly Candidate[], lot: number): Outcome {
  const total = models.reduce((sum, { weight = 0 }) => sum + weight, 0);
  if (total === 0) return { models };
  let sum = 0;
  const drawn = models.find(({ weight = 0 }) => {
    sum += weight;
    return lot * total < sum;
  });
  if (!drawn) return { models };
  return {
    models: [drawn, ...models.filter((each) => each !== drawn)],
    because: `drawn with a weight of ${drawn.weight} in ${total}`,
  };
}
