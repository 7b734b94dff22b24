/** Deeper values than anybody reads would overflow the stack of whoever walks, checks or stores them. */
export const maxValueDepth = 150;

/** A document holds values some levels down, so whatever is a value fits into a document that can be read again. */
export const maxDocumentDepth = 200;

/** Whether JSON is nested deeper than this, found without following it by calls. */
export function isDeeperThan(json: unknown, limit: number): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}
