import { isAppError } from "./app-error";

/** How long the other side asked not to be called again, in ms, where an error carries it. */
export function retryAfterMs(error: unknown): number | undefined {
  return isAppError(error) ? error.retryAfterMs : undefined;
}
