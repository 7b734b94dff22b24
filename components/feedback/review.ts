import { type Said, saidSchema } from "@/workflows/feedback/said";

/** A reviewer's form as it is filled in. */
export interface Review {
  name: string;
  score: string;
  min: string;
  max: string;
  comment: string;
}

interface ReviewProblem {
  field: keyof Review;
  message: string;
}

const numbers = [
  ["score", "Write a number."],
  ["min", "Write the worst there is."],
  ["max", "Write the best there is."],
] as const;

/** What is wrong with it, with the field to mend. */
export function reviewProblem(review: Review): ReviewProblem | undefined {
  if (!hasScore(review)) {
    return review.comment.trim() === ""
      ? { field: "comment", message: "Give a score, or a comment." }
      : undefined;
  }
  if (review.name.trim() === "") return { field: "name", message: "Say what it is a score of." };
  for (const [field, message] of numbers) {
    if (numberOf(review[field]) === undefined) return { field, message };
  }
  const issue = saidSchema.safeParse(saidOf(review)).error?.issues[0];
  return issue && { field: fieldOf(String(issue.path.at(-1))), message: issue.message };
}

/** What it says. */
export function saidOf(review: Review): Said {
  const comment = review.comment.trim() || undefined;
  if (!hasScore(review)) return { comment };
  const { score, min, max } = {
    score: numberOf(review.score) ?? Number.NaN,
    min: numberOf(review.min) ?? Number.NaN,
    max: numberOf(review.max) ?? Number.NaN,
  };
  return { name: review.name.trim(), value: { kind: "score", score, min, max }, comment };
}

const hasScore = ({ name, score }: Review) => name.trim() !== "" || score.trim() !== "";

/** Decimals with a point or a comma. */
function numberOf(text: string): number | undefined {
  const written = text.trim().replace(",", ".");
  const number = Number(written);
  return written === "" || Number.isNaN(number) ? undefined : number;
}

const fieldOf = (name: string): keyof Review =>
  name === "score" || name === "min" || name === "max" || name === "comment" ? name : "name";
