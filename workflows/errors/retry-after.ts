import { z } from "zod";
import { isAppError } from "./app-error";

const asking = z.object({ retryAfterSeconds: z.number().min(0) });

/** How long the other side asked not to be called again, in ms, where an error carries it. */
export function retryAfterMs(error: unknown): number | undefined {
  const parsed = isAppError(error) ? asking.safeParse(error.details.data) : undefined;
  return parsed?.success ? parsed.data.retryAfterSeconds * 1000 : undefined;
}
