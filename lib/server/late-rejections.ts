import type { Log } from "@/lib/log/log";
import { isDatabaseGone } from "@/lib/runs/database-error";
import { isAppError } from "@/workflows/errors/app-error";

/**
 * LangGraph listens to what its checkpointer stores only where a superstep ends. A task's write that fails while its
 * siblings still run would meet nobody until then, and Node ends a process for that, with all its runs. The run hears
 * of it in time; everything else that nobody listens to is a bug and ends the process as before.
 */
export function tolerateLateRejections(log: Log): void {
  process.on("unhandledRejection", (error) => {
    if (!mayComeLate(error)) throw error;
    log.warn({ err: error }, "a write failed that nobody waits for yet");
  });
}

/** The database is away, or another worker has taken the run over. */
export function mayComeLate(error: unknown): boolean {
  return isDatabaseGone(error) || (isAppError(error) && error.code === "unavailable");
}
