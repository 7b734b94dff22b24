import { isAppError } from "@/workflows/errors/app-error";
import type { ErrorCode } from "@/workflows/errors/codes";
import { retryAfterMs } from "@/workflows/errors/retry-after";
import { isPlayedBack } from "@/workflows/recording/recorded-problem";

/** Failures that the same attempt would meet again. */
const permanent: ReadonlySet<ErrorCode> = new Set([
  "invalid_input",
  "not_found",
  "forbidden",
  "graph_invalid",
  "loop_cap_reached",
  "run_cancelled",
  "stopped",
  "outcome_unknown",
  "replay_diverged",
  "expression_failed",
  "model_not_configured",
  "model_not_allowed",
  "tool_not_configured",
  "model_auth",
  "model_bad_request",
  // Its breaker says when to call again; asking before would only use up the attempts.
  "circuit_open",
  "egress_refused",
  "http_too_large",
  "code_failed",
  "code_memory",
]);

/** Who asks to be left alone for longer is not waited for: the run would hold its place for nothing. */
export const longestWaitMs = 120_000;

/** Whether another attempt of the node may end better. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof Error && error.name === "AbortError") return false;
  if (isPlayedBack(error)) return false;
  if ((retryAfterMs(error) ?? 0) > longestWaitMs) return false;
  return !(isAppError(error) && permanent.has(error.code));
}
