import type { z } from "zod";
import { callFetch } from "./call-fetch";
import type { ListInput } from "./found-model";

const patienceMs = 20_000;

/** One GET of a provider's list. @throws ProviderRefusal; an Error where it answers something else than its list */
export async function listJson<Output>(
  { fetch }: Pick<ListInput, "fetch">,
  url: string,
  headers: Record<string, string>,
  schema: z.ZodType<Output>,
): Promise<Output> {
  const get = callFetch(fetch, AbortSignal.timeout(patienceMs));
  const response = await get(url, { headers: { accept: "application/json", ...headers } });
  const read = schema.safeParse(await response.json().catch(() => undefined));
  if (!read.success) throw new Error("What answers at this address is no list of models.");
  return read.data;
}
