import { type HttpRequest, HttpResponse } from "@smithy/core/protocols";
import type { Fetch } from "@/lib/egress/guarded-fetch";

interface HandlerOptions {
  abortSignal?: unknown;
}

/** The AWS SDK's way to the network, through a fetch of ours instead of sockets of its own. */
export function fetchHandler(fetch: Fetch) {
  return {
    async handle(request: HttpRequest, { abortSignal }: HandlerOptions = {}) {
      const response = await fetch(addressOf(request), {
        method: request.method,
        headers: withoutHost(request.headers),
        body: request.body,
        ...(abortSignal instanceof AbortSignal ? { signal: abortSignal } : {}),
      });
      return {
        response: new HttpResponse({
          statusCode: response.status,
          reason: response.statusText,
          headers: Object.fromEntries(response.headers),
          body: response.body ?? new Uint8Array(),
        }),
      };
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };
}

/** The path is written as it was signed: a model's name may hold what a URL would write otherwise. */
function addressOf({ protocol, hostname, port, path, query }: HttpRequest): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat()) search.append(name, each ?? "");
  }
  const tail = search.size > 0 ? `?${search}` : "";
  return `${protocol}//${hostname}${port ? `:${port}` : ""}${path}${tail}`;
}

/** The client that opens the socket writes it, alike; the signature counts it. */
function withoutHost(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== "host"));
}
