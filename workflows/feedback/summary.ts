import { z } from "zod";

/** What people said of something, counted. */
export const feedbackSummarySchema = z.object({
  up: z.int(),
  down: z.int(),
  /** Comments, with a value or without. */
  comments: z.int(),
  /** By name. */
  scores: z.array(z.object({ name: z.string(), mean: z.number(), count: z.int() })),
  categories: z.array(z.object({ name: z.string(), category: z.string(), count: z.int() })),
});
export type FeedbackSummary = z.infer<typeof feedbackSummarySchema>;

/** Of each feedback: name, kind, score, category and whether there is a comment. */
export const feedbackFactsSchema = z.array(
  z.tuple([z.string(), z.string(), z.number().nullable(), z.string().nullable(), z.boolean()]),
);
export type FeedbackFacts = z.infer<typeof feedbackFactsSchema>;

export function summarise(facts: FeedbackFacts): FeedbackSummary {
  const thumbs = facts.filter(([, kind]) => kind === "thumb");
  const up = thumbs.filter(([, , score]) => score === 1).length;
  return {
    up,
    down: thumbs.length - up,
    comments: facts.filter(([, , , , commented]) => commented).length,
    scores: scoresOf(facts),
    categories: categoriesOf(facts),
  };
}

function scoresOf(facts: FeedbackFacts): FeedbackSummary["scores"] {
  const byName = Map.groupBy(
    facts.flatMap(([name, kind, score]) => (kind === "score" && score !== null ? [{ name, score }] : [])),
    ({ name }) => name,
  );
  return [...byName]
    .map(([name, given]) => ({
      name,
      mean: given.reduce((sum, { score }) => sum + score, 0) / given.length,
      count: given.length,
    }))
    .toSorted((a, b) => compare(a.name, b.name));
}

function categoriesOf(facts: FeedbackFacts): FeedbackSummary["categories"] {
  const given = facts.flatMap(([name, , , category]) => (category === null ? [] : [{ name, category }]));
  const groups = Map.groupBy(given, ({ name, category }) => JSON.stringify([name, category]));
  return [...groups.values()]
    .flatMap((same) => same.slice(0, 1).map((first) => ({ ...first, count: same.length })))
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.category, b.category));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** In a few words, e.g. "1 up, 2 down, accuracy 0.8, 1 comment"; empty where nobody said anything. */
export function inWords({ up, down, comments, scores, categories }: FeedbackSummary): string {
  return [
    up > 0 ? `${up} up` : "",
    down > 0 ? `${down} down` : "",
    ...scores.map(({ name, mean }) => `${name} ${rounded(mean)}`),
    ...categories.map(({ name, category, count }) => `${name} ${category}${count > 1 ? ` ×${count}` : ""}`),
    comments > 0 ? `${comments} ${comments === 1 ? "comment" : "comments"}` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** With as many digits as matter beside others. */
export const rounded = (score: number): string => String(Number(score.toFixed(2)));
