import { z } from "zod";

/** Bodies of failed calls as the SDKs attach them: `{message}`, `{error: {message}}`, or one level deeper. */
const failure = z.looseObject({
  message: z.string().optional(),
  error: z
    .looseObject({
      message: z.string().optional(),
      error: z.looseObject({ message: z.string().optional() }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** What the provider itself said, without what SDKs and LangChain put around it. */
export function providerWords(error: unknown): string {
  const parsed = failure.safeParse(error);
  if (!parsed.success) return String(error);
  const own = parsed.data.error?.error?.message ?? parsed.data.error?.message;
  if (own) return own;
  return clean(parsed.data.message ?? "The call failed without a message.");
}

function clean(message: string): string {
  return message
    .replace(/\s*Troubleshooting URL: \S+\s*/g, "")
    .replace(/^\[GoogleGenerativeAI Error\]: Error fetching from \S+: \[\d+ [^\]]*\]\s*/, "")
    .replace(/^\d{3} /, "")
    .trim();
}

/** HTTP status of a failed call, whichever field holds it. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("status" in error && typeof error.status === "number") return error.status;
  if ("statusCode" in error && typeof error.statusCode === "number") return error.statusCode;
  return undefined;
}

/** The `Retry-After` header in seconds, where the SDK kept the response's headers. */
export function retryAfterSeconds(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("headers" in error)) return undefined;
  if (!(error.headers instanceof Headers)) return undefined;
  const seconds = Number(error.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
