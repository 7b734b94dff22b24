/** What a feedback is about: the run, one of its spans, or one message of its conversation. */
export interface FeedbackTarget {
  spanId?: string | undefined;
  messageId?: string | undefined;
}

/** The target as one word, by which feedback is told apart; the run itself is the empty one. */
export function targetKey({ spanId, messageId }: FeedbackTarget): string {
  if (spanId !== undefined) return `span:${spanId}`;
  return messageId === undefined ? "" : `message:${messageId}`;
}

/** The target that a key was made of. */
export function targetOf(key: string): FeedbackTarget {
  if (key.startsWith("span:")) return { spanId: key.slice("span:".length) };
  if (key.startsWith("message:")) return { messageId: key.slice("message:".length) };
  return {};
}
