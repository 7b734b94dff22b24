import { AppError, isAppError } from "@/workflows/errors/app-error";

/** Why a run's work is cut off. `lost`: another worker has it now, or its events could not be stored. */
export type StopReason = "cancelled" | "timeout" | "shutdown" | "lost";

const stopWords: Record<StopReason, string> = {
  cancelled: "The run was stopped.",
  timeout: "The run took too long.",
  shutdown: "The server is shutting down.",
  lost: "Another worker has taken this run over.",
};

/** What a run's signal is aborted with. */
export function stopped(reason: StopReason): AppError {
  return new AppError("run_cancelled", stopWords[reason], { data: { stop: reason } });
}

/** Whether a signal was aborted here because the run goes on in another process: what it called is to live. */
export function goesOnElsewhere(reason: unknown): boolean {
  const data = isAppError(reason) ? reason.details.data : undefined;
  const stop = typeof data === "object" && data !== null && "stop" in data ? data.stop : undefined;
  return stop === "shutdown" || stop === "lost";
}
