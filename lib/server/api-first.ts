import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";

const apiPath = /^\/api\/(?!auth(?:\/|$)|socket(?:\/|$))/;

/** Hands API calls straight to the API and everything else to the pages (docs/decisions/050-api-beside-next.md). */
export function apiFirst(
  api: (request: Request) => Promise<Response>,
  pages: RequestListener,
): RequestListener {
  const listener = getRequestListener(api, { overrideGlobalObjects: false });
  return (request, response) => {
    if (apiPath.test(request.url ?? "")) void listener(request, response);
    else pages(request, response);
  };
}
