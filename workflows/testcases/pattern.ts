import { isAppError } from "@/workflows/errors/app-error";
import { BadPattern, matchesPattern } from "@/workflows/expressions/patterns";

/** No more of a text is searched. */
const mostSearched = 200_000;

/** Whether a regular expression is found anywhere in a text; one that cannot be used is found nowhere. */
export function foundBy(pattern: string, text: string | undefined): boolean {
  if (text === undefined) return false;
  try {
    return matchesPattern(text.slice(0, mostSearched), pattern);
  } catch (error) {
    if (error instanceof BadPattern || isAppError(error)) return false;
    throw error;
  }
}

/** Why a regular expression cannot be used; nothing where it can. */
export function patternProblem(pattern: string): string | undefined {
  try {
    matchesPattern("", pattern);
    return undefined;
  } catch (error) {
    if (error instanceof BadPattern || isAppError(error)) return error.message;
    throw error;
  }
}
