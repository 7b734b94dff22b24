import type { Feedback } from "@/lib/api/contract/feedback";
import type { FeedbackSource } from "@/workflows/feedback/author";
import { rounded } from "@/workflows/feedback/summary";
import type { FeedbackValue, Thumb } from "@/workflows/feedback/value";

/** The thumb that a feedback is, if it is one. */
export function thumbOf(feedback: Pick<Feedback, "value"> | undefined): Thumb | null {
  return feedback?.value?.kind === "thumb" ? feedback.value.thumb : null;
}

/** The caller's own thumb on a run itself, or on one message of it. */
export function ownThumb(said: readonly Feedback[], messageId: string | null = null): Feedback | undefined {
  return said.find(
    (each) => each.own && thumbOf(each) !== null && each.spanId === null && each.messageId === messageId,
  );
}

/** A value in words, with what it could have been. */
export function valueWords(value: FeedbackValue): string {
  if (value.kind === "thumb") return value.thumb === "up" ? "Thumbs up" : "Thumbs down";
  if (value.kind === "category") return value.category;
  const { score, min, max } = value;
  return min === 0
    ? `${rounded(score)} of ${rounded(max)}`
    : `${rounded(score)}, from ${rounded(min)} to ${rounded(max)}`;
}

export const sourceWords: Record<FeedbackSource, string> = {
  chat: "in the chat",
  api: "through the API",
  reviewer: "as a reviewer",
  evaluator: "by an evaluator",
};

/** Who said it; visitors of public pages have no name. */
export function authorWords({ by, own }: Pick<Feedback, "by" | "own">): string {
  if (own) return "You";
  return by ?? "A visitor";
}
