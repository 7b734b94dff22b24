import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { RecordedProblem } from "./recorded-call";

/** Failures that were given back from a recording: another attempt would be given the same. */
const played = new WeakSet<Error>();

export function problemOf(error: unknown): RecordedProblem {
  if (isAppError(error)) return { code: error.code, message: error.message, details: error.details };
  return { message: error instanceof Error ? error.message : String(error) };
}

export function errorOf({ code, message, details }: RecordedProblem): Error {
  const error = code ? new AppError(code, message, details) : new Error(message);
  played.add(error);
  return error;
}

/** Whether a failure, however deep it is wrapped, came from a recording. */
export function isPlayedBack(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (played.has(cause)) return true;
  }
  return false;
}
