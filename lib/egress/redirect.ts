import { AppError } from "@/workflows/errors/app-error";

/** A request as the redirect rules see it. */
export interface Hop {
  url: URL;
  method: string;
  headers: Headers;
  body: string | Uint8Array | null;
}

export const maxRedirects = 5;

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Everything else may carry a secret that was meant for the first origin only. */
const keptAcrossOrigins: readonly string[] = ["accept", "accept-language", "user-agent", "content-type"];

const bodyHeaders: readonly string[] = [
  "content-type",
  "content-length",
  "content-encoding",
  "content-language",
  "content-location",
];

/**
 * The request that follows a redirect, or null when the response is final. Method and body change as in
 * the Fetch standard (HTTP-redirect fetch, steps 12 and 13); headers are dropped when the origin changes.
 * @throws AppError http_failed for a target that cannot be followed
 */
export function nextHop(hop: Hop, status: number, location: string | null): Hop | null {
  if (!redirectStatuses.has(status) || location === null) return null;
  const url = URL.parse(location, hop.url);
  if (!url) throw new AppError("http_failed", `${hop.url.host} redirects to an address that cannot be read.`);
  const toGet =
    (status === 303 && hop.method !== "HEAD") ||
    ((status === 301 || status === 302) && hop.method === "POST");
  const headers = url.origin === hop.url.origin ? new Headers(hop.headers) : publicHeaders(hop.headers);
  if (!toGet) return { url, method: hop.method, headers, body: hop.body };
  for (const name of bodyHeaders) headers.delete(name);
  return { url, method: "GET", headers, body: null };
}

function publicHeaders(headers: Headers): Headers {
  const kept = new Headers();
  for (const name of keptAcrossOrigins) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}
