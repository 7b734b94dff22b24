import { createHash } from "node:crypto";
import { z } from "zod";
import type { Fetch } from "@/lib/egress/guarded-fetch";

const body = z.looseObject({
  messages: z.array(
    z.looseObject({
      tool_call_id: z.string().optional(),
      tool_calls: z.array(z.looseObject({ id: z.string() })).optional(),
    }),
  ),
});

/**
 * Mistral takes no other ids of tool calls than those of nine letters and digits; a thread that another model began,
 * or that goes on after a fallback, holds others.
 */
export function mistralFetch(fetch: Fetch): Fetch {
  return (input, init) => {
    if (typeof init?.body !== "string") return fetch(input, init);
    const parsed = body.safeParse(JSON.parse(init.body));
    if (!parsed.success) return fetch(input, init);
    const messages = parsed.data.messages.map(({ tool_call_id: id, tool_calls: calls, ...message }) => ({
      ...message,
      ...(id === undefined ? {} : { tool_call_id: shortId(id) }),
      ...(calls === undefined
        ? {}
        : { tool_calls: calls.map((call) => ({ ...call, id: shortId(call.id) })) }),
    }));
    return fetch(input, { ...init, body: JSON.stringify({ ...parsed.data, messages }) });
  };
}

/** The same for the same id, so that call and answer stay together. */
export function shortId(id: string): string {
  return /^[a-zA-Z0-9]{9}$/.test(id) ? id : createHash("sha256").update(id).digest("hex").slice(0, 9);
}
