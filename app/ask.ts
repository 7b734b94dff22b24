import { headers } from "next/headers";
import { urlOf } from "@/lib/api/client/call";
import type { CallOutput, Endpoint } from "@/lib/api/contract/endpoint";
import { getServices } from "@/lib/services";

type Answer<E extends Endpoint> = { ok: true; data: CallOutput<E> } | { ok: false; status: number };

/** Asks the API on the server while a page is made, as the person who requested the page. */
export async function ask<E extends Endpoint>(
  endpoint: E,
  params?: Record<string, string>,
): Promise<Answer<E>> {
  const cookie = (await headers()).get("cookie") ?? "";
  const url = new URL(urlOf(endpoint, { params }), "http://localhost");
  const response = await getServices().api(new Request(url, { headers: { cookie } }));
  if (!response.ok) return { ok: false, status: response.status };
  // The schema that parses is the endpoint's own, which is what CallOutput is made from.
  const data = endpoint.response?.parse(await response.json()) as CallOutput<E>;
  return { ok: true, data };
}
