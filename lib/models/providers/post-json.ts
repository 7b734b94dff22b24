import type { z } from "zod";
import { callFetch } from "./call-fetch";
import type { TextInput } from "./text-call";

/** One POST of JSON. @throws ProviderRefusal; an Error where it is answered with something else than was asked for */
export async function postJson<Output>(
  { fetch, signal }: Pick<TextInput, "fetch" | "signal">,
  url: string,
  headers: Record<string, string>,
  body: object,
  schema: z.ZodType<Output>,
): Promise<Output> {
  const response = await callFetch(fetch, signal)(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const read = schema.safeParse(await response.json().catch(() => undefined));
  if (!read.success) throw new Error("The answer is none to what was asked.");
  return read.data;
}

export function bearerOf(key: string | null): Record<string, string> {
  return key === null ? {} : { authorization: `Bearer ${key}` };
}
