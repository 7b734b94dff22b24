import pMemoize from "p-memoize";

/**
 * A read of which several identical ones at the same time are one: who asks while it is under way gets its answer.
 * Nothing is kept after that. An answer may be as old as the question of whoever asked first.
 * @param keyOf tells what is identical
 */
export function shared<Question, Answer>(
  read: (question: Question) => Promise<Answer>,
  keyOf: (question: Question) => string,
): (question: Question) => Promise<Answer> {
  return pMemoize(read, { cache: false, cacheKey: ([question]) => keyOf(question) });
}
