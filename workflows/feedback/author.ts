/** Where a feedback comes from: who talked to the agent, a program, or a member who looks at the run. */
export const feedbackSources = ["chat", "api", "reviewer", "evaluator"] as const;
export type FeedbackSource = (typeof feedbackSources)[number];

/** Who says something. */
export type FeedbackAuthor =
  | { kind: "member"; id: string }
  | { kind: "visitor"; id: string }
  /** `user`: whom of its own people the program speaks for. */
  | { kind: "key"; id: string; user?: string | undefined }
  | { kind: "evaluator"; id: string };

/**
 * One word for whoever says it: what they say of the same target under the same name takes the place of what they said
 * before, however they come to it.
 */
export function authorKey(author: FeedbackAuthor): string {
  const own = `${author.kind}:${author.id}`;
  return author.kind === "key" && author.user !== undefined ? `${own}:${author.user}` : own;
}
