import { z } from "zod";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { ErrorCode } from "@/workflows/errors/codes";
import { parseRetryAfter } from "@/workflows/http/retry-after";

/**
 * What the end of a call says about the other side: it `failed`, it `answered` (be it with a refusal of what we sent),
 * or nothing can be said, as after a cancel.
 */
export type Verdict = "failed" | "answered" | "unknown";

const verdicts: Partial<Record<ErrorCode, Verdict>> = {
  model_unavailable: "failed",
  model_timeout: "failed",
  model_rate_limited: "failed",
  model_auth: "answered",
  model_bad_request: "answered",
  http_too_large: "answered",
};

/** What the network, the clock or a status said; a request that never went out has none of it. */
const observed = z.union([
  z.object({ code: z.string().min(1) }),
  z.object({ timeoutMs: z.number() }),
  z.object({ status: z.number() }),
]);

/** Who is to blame for a failed call. */
export function verdictOf(error: unknown): Verdict {
  if (!isAppError(error)) return "unknown";
  if (error.code === "http_failed")
    return observed.safeParse(error.details.data).success ? "failed" : "unknown";
  return verdicts[error.code] ?? "unknown";
}

/** What an HTTP answer has to say against its own server, if anything. */
export function serverFault(status: number, retryAfter: string | undefined): AppError | undefined {
  if (status < 500 && status !== 429) return undefined;
  const retryAfterSeconds = parseRetryAfter(retryAfter, Date.now());
  return new AppError("http_failed", `It answered with status ${status}.`, {
    data: { status, retryAfterSeconds },
  });
}
