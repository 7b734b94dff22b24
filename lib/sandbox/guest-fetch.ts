import { z } from "zod";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import { httpMethods } from "@/workflows/http/methods";
import type { HttpGateway } from "@/workflows/runtime/ports";

/** What one call of code may ask of the network. */
const maxRequests = 20;
const maxAnswerBytes = 1_000_000;
const maxBytes = 5_000_000;
const maxTimeMs = 30_000;

const requestSchema = z.strictObject({
  method: z
    .string()
    .toUpperCase()
    .pipe(z.enum(httpMethods, { error: `Methods are ${httpMethods.join(", ")}.` })),
  url: z.string().max(4_000, "The address is too long."),
  headers: z.record(z.string().max(200), z.string().max(8_000)),
  body: z.string().max(1_000_000, "The body is too large.").optional(),
});

/** Answers a request that the code wrote; what it gets and what it throws is a text that the code may read. */
export type GuestFetch = (request: string) => Promise<string>;

/** @param http the workspace's way out, with its guard; absent where the code has no network */
export function createGuestFetch(http: HttpGateway | undefined, signal: AbortSignal): GuestFetch {
  let requests = 0;
  let bytes = 0;
  return async (text) => {
    if (!http) throw new AppError("egress_refused", "This code has no network.");
    requests += 1;
    if (requests > maxRequests) throw tooMany(`more than ${maxRequests} requests`);
    if (bytes >= maxBytes) throw tooMany(`more than ${maxBytes} bytes of answers`);
    const parsed = requestSchema.safeParse(JSON.parse(text));
    if (!parsed.success) throw tooMany(parsed.error.issues[0]?.message ?? "what is no request");
    const answer = await http.send({
      ...parsed.data,
      timeoutMs: maxTimeMs,
      maxBytes: Math.min(maxAnswerBytes, maxBytes - bytes),
      signal,
    });
    bytes += Buffer.byteLength(answer.body);
    return JSON.stringify(answer);
  };
}

/** What the code is told: the words of problems it can do something about, never a stack of ours. */
export function fetchProblem(error: unknown): string {
  return isAppError(error) ? error.message : "The request could not be made.";
}

function tooMany(what: string): AppError {
  return new AppError("http_failed", `The code asked for what it may not have: ${what}`);
}
