import { z } from "zod";
import { parseRetryAfter } from "@/workflows/http/retry-after";

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

/** That of an answer which broke off in the middle is 200. */
const awsError = z.object({ $metadata: z.looseObject({ httpStatusCode: z.number().min(300) }) });

/** HTTP status of a failed call, whichever field holds it. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("status" in error && typeof error.status === "number") return error.status;
  if ("statusCode" in error && typeof error.statusCode === "number") return error.statusCode;
  return awsError.safeParse(error).data?.$metadata.httpStatusCode;
}

const retryAfter = z
  .union([
    z.instanceof(Headers).transform((headers) => headers.get("retry-after")),
    z.looseObject({ "retry-after": z.string() }).transform((headers) => headers["retry-after"]),
  ])
  .optional()
  .catch(undefined);

/**
 * SDKs keep the headers as they are or as a record, that of AWS in the response beside the error. Google says in the
 * body, too, how long to wait.
 */
const refusal = z.looseObject({
  headers: retryAfter,
  $response: z.looseObject({ headers: retryAfter }).optional().catch(undefined),
  data: z
    .object({ error: z.object({ details: z.array(z.looseObject({ retryDelay: z.string().optional() })) }) })
    .optional()
    .catch(undefined),
});

/** How many seconds the provider asks to be left alone. */
export function retryAfterSeconds(error: unknown): number | undefined {
  const { headers, $response, data } = refusal.safeParse(error).data ?? {};
  const delay = data?.error.details.find(({ retryDelay }) => retryDelay)?.retryDelay;
  return parseRetryAfter(headers ?? $response?.headers ?? delay?.replace(/s$/, ""), Date.now());
}
