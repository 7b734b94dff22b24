import { z } from "zod";
import type { Fetch } from "@/lib/egress/guarded-fetch";

/** What a provider refused, with what the table of model errors reads: its status, headers and own words. */
export class ProviderRefusal extends Error {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    message: string,
  ) {
    super(message);
    this.name = "ProviderRefusal";
  }
}

/**
 * A fetch for one call of an SDK that cannot be stopped and loses the headers of refusals: it hangs up when the
 * signal says so, and throws what the provider refused instead of answering it.
 */
export function callFetch(fetch: Fetch, signal: AbortSignal | undefined): Fetch {
  return async (input, init) => {
    const signals = [init?.signal, signal].filter((each) => each instanceof AbortSignal);
    const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
    if (response.ok) return response;
    throw new ProviderRefusal(response.status, response.headers, wordsOf(await response.text()));
  };
}

const words = z
  .union([
    z.object({ error_description: z.string() }).transform((body) => body.error_description),
    z.object({ error: z.object({ message: z.string() }) }).transform((body) => body.error.message),
    z.object({ error: z.string() }).transform((body) => body.error),
    z.object({ message: z.string() }).transform((body) => body.message),
  ])
  .optional()
  .catch(undefined);

/** The message in the body of a refusal, in whichever of the usual places; else the body as it is. */
function wordsOf(body: string): string {
  return words.parse(asJson(body)) ?? (body.slice(0, 500) || "No reason was given.");
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
