import { z } from "zod";
import { statusOf } from "@/lib/errors/http-status";
import type { AppError } from "@/workflows/errors/app-error";
import type { ErrorCode } from "@/workflows/errors/codes";
import type { Problem } from "./contract/problem";

/** Headings for codes whose own words would read badly; the rest are the code in plain words. */
const titles: Partial<Record<ErrorCode, string>> = {
  unauthenticated: "Not signed in",
  forbidden: "Not allowed",
  stale_revision: "Somebody else changed the draft",
  too_large: "Too large",
  rate_limited: "Too many requests",
  internal: "Something went wrong",
  queue_full: "Too many runs wait",
  graph_invalid: "The graph has errors",
};

function titleOf(code: ErrorCode): string {
  const words = code.replaceAll("_", " ");
  return titles[code] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The problem document (RFC 9457) of an expected error. */
export function toProblem(error: AppError, requestId: string): Problem {
  const { code, message } = error;
  const { unavailable: _, ...details } = error.details;
  return {
    type: "about:blank",
    title: titleOf(code),
    status: statusOf(error),
    code,
    detail: message,
    ...details,
    requestId,
  };
}

export function problemResponse(error: AppError, requestId: string): Response {
  const problem = toProblem(error, requestId);
  const headers = new Headers({ "content-type": "application/problem+json" });
  const wait = retryAfter.safeParse(error.details.data);
  if (wait.success) {
    headers.set("retry-after", String(wait.data.retryAfterSeconds));
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Data of what passes by itself: `rate_limited`, `queue_full`, `unavailable`. */
const retryAfter = z.object({ retryAfterSeconds: z.number() });
