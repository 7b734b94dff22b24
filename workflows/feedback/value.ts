import { z } from "zod";

/** Text as a database keeps it. */
export const keptText = z
  .string()
  .trim()
  .refine((text) => !text.includes("\0"), "It has a character that cannot be kept.");

/** What a feedback is about, e.g. "thumbs" or "accuracy". Under one name somebody says one thing of a target. */
export const feedbackNameSchema = z
  .string()
  .trim()
  .min(1, "Give it a name.")
  .max(60)
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N} _.:/-]*$/u,
    "A name begins with a letter or digit, then has letters, digits, spaces and _ . : / -",
  );

/** The name of every thumb. */
export const thumbsName = "thumbs";
/** The name of what is said without a value, where none is given. */
export const commentName = "comment";

export const thumbs = ["up", "down"] as const;
export type Thumb = (typeof thumbs)[number];

const bound = z.number().min(-1_000_000).max(1_000_000);
const scoreSchema = z
  .strictObject({
    kind: z.literal("score"),
    score: bound,
    /** The worst and the best that could have been given. */
    min: bound.default(0),
    max: bound.default(1),
  })
  .superRefine(({ score, min, max }, context) => {
    if (min >= max) {
      context.addIssue({
        code: "custom",
        path: ["max"],
        message: `It has to be greater than the lowest, ${min}.`,
      });
    } else if (score < min || score > max) {
      context.addIssue({ code: "custom", path: ["score"], message: `It has to be from ${min} to ${max}.` });
    }
  });

export const feedbackValueSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("thumb"), thumb: z.enum(thumbs) }),
  scoreSchema,
  z.strictObject({
    kind: z.literal("category"),
    category: keptText.min(1, "Say which.").max(80),
  }),
]);
export type FeedbackValue = z.infer<typeof feedbackValueSchema>;

export const feedbackKinds = ["thumb", "score", "category", "comment"] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/** A value as columns: thumbs count as 0 and 1, so that every name has one order. */
export interface FlatValue {
  kind: FeedbackKind;
  score: number | null;
  min: number | null;
  max: number | null;
  category: string | null;
}

const none: FlatValue = { kind: "comment", score: null, min: null, max: null, category: null };

export function flatten(value: FeedbackValue | null): FlatValue {
  if (value === null) return none;
  if (value.kind === "thumb") {
    return { ...none, kind: "thumb", score: scoreOfThumb(value.thumb), min: 0, max: 1 };
  }
  if (value.kind === "score") return { ...none, ...value };
  return { ...none, ...value };
}

/** @throws Error where the columns hold no such value: they were not written by `flatten` */
export function unflatten({ kind, score, min, max, category }: FlatValue): FeedbackValue | null {
  if (kind === "comment") return null;
  if (kind === "thumb") return { kind, thumb: score === 1 ? "up" : "down" };
  return feedbackValueSchema.parse(kind === "score" ? { kind, score, min, max } : { kind, category });
}

export const scoreOfThumb = (thumb: Thumb): number => (thumb === "up" ? 1 : 0);
