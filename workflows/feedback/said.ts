import { z } from "zod";
import { targetKey } from "./target";
import {
  commentName,
  type FeedbackValue,
  feedbackNameSchema,
  feedbackValueSchema,
  keptText,
  thumbsName,
} from "./value";

const place = keptText.min(1).max(300).optional();

/** What somebody says of a run, or of a span or a message in it. */
export const saidSchema = z
  .strictObject({
    /** Left out, it is the thumbs, or a comment. */
    name: feedbackNameSchema.optional(),
    value: feedbackValueSchema.optional(),
    comment: keptText.min(1, "Write something.").max(4_000).optional(),
    spanId: place,
    messageId: place.describe(
      "Its id; of a message without one its place in the conversation, `#0` for the first.",
    ),
  })
  .superRefine((said, context) => {
    const problem = misfit(said);
    if (problem) context.addIssue({ code: "custom", ...problem });
  });
export type Said = z.infer<typeof saidSchema>;

interface Misfit {
  path: string[];
  message: string;
}

function misfit({ name, value, comment, spanId, messageId }: Said): Misfit | undefined {
  if (spanId !== undefined && messageId !== undefined) {
    return { path: ["messageId"], message: "Name a span or a message, not both." };
  }
  if (!value) {
    if (comment === undefined) return { path: ["value"], message: "Give a value, or a comment." };
    return name === thumbsName
      ? { path: ["value"], message: `Say which thumb: {"kind": "thumb", "thumb": "up"} or "down".` }
      : undefined;
  }
  const isThumb = value.kind === "thumb";
  if (isThumb && name !== undefined && name !== thumbsName) {
    return {
      path: ["name"],
      message: `Thumbs are named "${thumbsName}". Give a score or a category instead.`,
    };
  }
  if (!isThumb && (name === undefined || name === thumbsName || name === commentName)) {
    return { path: ["name"], message: "Say what it is a value of, such as “accuracy”." };
  }
  return undefined;
}

/** What is kept of it. */
export interface Settled {
  name: string;
  target: string;
  value: FeedbackValue | null;
  comment: string | null;
}

export function settle({ name, value, comment, ...target }: Said): Settled {
  return {
    name: name ?? (value ? thumbsName : commentName),
    target: targetKey(target),
    value: value ?? null,
    comment: comment ?? null,
  };
}
