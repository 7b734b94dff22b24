import { causeCode, findAppError, networkReason } from "@/lib/egress/http-error";
import { AppError, type ErrorDetails } from "@/workflows/errors/app-error";
import type { ErrorCode } from "@/workflows/errors/codes";
import { providerWords, retryAfterSeconds, statusOf } from "./provider-words";

type ModelErrorCode = Extract<ErrorCode, `model_${string}`>;

export interface ModelErrorContext {
  /** How people know it: `OpenAI · gpt-6-sol`. */
  label: string;
  /** Never to appear in a message. */
  key: string | null;
}

/** What helps in a run. */
export const runHints: Readonly<Record<ModelErrorCode, string>> = {
  model_auth: "Check the key of this connection in Settings → Models.",
  model_rate_limited: "Wait and try again, give the node retries, or raise the limit at the provider.",
  model_unavailable: "Try again later, give the node retries, or use another model.",
  model_timeout: "Give the node more time, ask for less, or use a faster model.",
  model_bad_request: "Check the model's name and the settings of the node.",
  model_not_allowed: "Choose another model, or change who may ask it in Settings → Models.",
  model_not_configured: "Choose another model, or add the connection in Settings → Models.",
};

const said: Readonly<Record<ModelErrorCode, string>> = {
  model_auth: "refused the key",
  model_rate_limited: "refuses more calls for now",
  model_unavailable: "is not available",
  model_timeout: "did not answer in time",
  model_bad_request: "did not accept the request",
  model_not_allowed: "may not be asked",
  model_not_configured: "is not configured",
};

const timeoutCodes: ReadonlySet<string> = new Set([
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "ETIMEDOUT",
]);

/** What a provider's SDK threw, as an expected problem with the provider's own words in it. */
export function toModelError(error: unknown, context: ModelErrorContext): AppError {
  const inner = findAppError(error);
  // The guard refused the address, or the answer was too large: already said as well as it can be.
  if (inner && inner.code !== "http_failed") return inner;
  const code = codeOf(error);
  const reason = networkReason(causeCode(error));
  const words = inner?.message ?? (reason ? `${sentence(reason)}.` : providerWords(error));
  return modelError(code, context, words, {
    hint: hintFor(code, words),
    data: { status: statusOf(error), retryAfterSeconds: retryAfterSeconds(error) },
    cause: error,
  });
}

const overdue = {
  whole: "It was stopped after",
  "first token": "It had sent nothing after",
} as const;

/** The call took longer than it may. */
export function modelTimeout(
  context: ModelErrorContext,
  part: keyof typeof overdue,
  timeoutMs: number,
): AppError {
  return modelError("model_timeout", context, `${overdue[part]} ${timeoutMs} ms.`, {
    hint: runHints.model_timeout,
    data: { timeoutMs },
  });
}

/** The provider's stream ended before the answer did. */
export function cutOff(context: ModelErrorContext): AppError {
  return modelError("model_unavailable", context, "The answer broke off in the middle.", {
    hint: runHints.model_unavailable,
  });
}

function modelError(
  code: ModelErrorCode,
  { label, key }: ModelErrorContext,
  words: string,
  { cause, ...details }: ErrorDetails & { cause?: unknown },
): AppError {
  const safe = key ? words.replaceAll(key, "…") : words;
  return new AppError(code, `${label} ${said[code]}: ${safe}`, { field: "model", ...details }, { cause });
}

function codeOf(error: unknown): ModelErrorCode {
  const status = statusOf(error);
  if (status !== undefined) return codeOfStatus(status, providerWords(error));
  // Google's safety filters answer with status 200.
  if (error instanceof Error && error.name === "PromptBlockedError") return "model_bad_request";
  return timeoutCodes.has(causeCode(error)) ? "model_timeout" : "model_unavailable";
}

function codeOfStatus(status: number, words: string): ModelErrorCode {
  // Google answers 400 to a wrong key.
  if (status === 401 || status === 403 || /api key not valid/i.test(words)) return "model_auth";
  if (status === 408 || status === 504) return "model_timeout";
  if (status === 429) return "model_rate_limited";
  return status >= 500 ? "model_unavailable" : "model_bad_request";
}

function hintFor(code: ModelErrorCode, words: string): string {
  const isMoney = /insufficient_quota|exceeded your current quota|credit balance|billing/i.test(words);
  return isMoney ? "Check the plan and credit of the account at the provider." : runHints[code];
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
