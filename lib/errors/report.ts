import type { Log } from "@/lib/log/log";
import { isDatabaseGone } from "@/lib/runs/database-error";
import { AppError, isAppError } from "@/workflows/errors/app-error";

/**
 * The one place where something thrown becomes something told: expected problems pass as they are, a bug is
 * logged with its stack and becomes `internal`, so that nothing of it reaches a caller.
 * @param where what was going on, e.g. `GET /api/agents`
 */
export function report(log: Log, error: unknown, where: string): AppError {
  if (isAppError(error)) {
    log.debug({ code: error.code, where }, error.message);
    return error;
  }
  if (isDatabaseGone(error) || (error instanceof Error && isDatabaseGone(error.cause))) {
    log.warn({ err: error, where }, "the database does not answer");
    return new AppError("unavailable", "The database does not answer at this moment.", {
      hint: "Try again in some seconds.",
      data: { retryAfterSeconds: 5 },
    });
  }
  log.error({ err: error, where }, "unexpected error");
  return new AppError("internal", "Something went wrong on our side. The server's log has the details.");
}
