import { isAppError } from "@/workflows/errors/app-error";

export interface Finding {
  what: string;
  ok: boolean;
  /** What was found or, if not ok, what is wrong and what to do. */
  text: string;
}

/**
 * Looks at one thing.
 * @param look what it returns is said when all is well; what it throws is the problem
 * @param advice what to do about a problem that does not say so itself
 */
export async function examine(what: string, look: () => Promise<string>, advice = ""): Promise<Finding> {
  const { finding } = await obtain(what, look, (text) => text, advice);
  return finding;
}

/** Like `examine`, for a thing that later looks need. */
export async function obtain<T>(
  what: string,
  make: () => Promise<T>,
  say: (value: T) => string,
  advice: string,
): Promise<{ finding: Finding; value?: T }> {
  try {
    const value = await make();
    return { finding: { what, ok: true, text: say(value) }, value };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = (isAppError(error) && error.details.hint) || advice;
    return { finding: { what, ok: false, text: [message, hint].filter(Boolean).join(" → ") } };
  }
}
