import { AppError } from "@/workflows/errors/app-error";
import type { Method } from "../contract/endpoint";

/**
 * Refuses state changes that another site makes a browser send (cross-site request forgery). Requests that
 * carry their own proof, an API key, cannot be forged that way and pass.
 * @param publicUrl where browsers reach the installation, if a proxy changes the Host header
 * @throws AppError forbidden
 */
export function requireSameOrigin(method: Method, headers: Headers, publicUrl?: string): void {
  if (method === "get" || headers.has("authorization") || headers.has("x-api-key")) return;
  if (isSameOrigin(headers, publicUrl)) return;
  throw new AppError("forbidden", "This request comes from another site, so it was not carried out.", {
    hint: "Send it from the app itself, or use an API key.",
  });
}

function isSameOrigin(headers: Headers, publicUrl: string | undefined): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = headers.get("origin");
  // Every browser sends one of the two with a state change, so without cookies this is a program.
  if (!origin) return !headers.has("cookie");
  const host = hostOf(origin);
  return host !== null && (host === headers.get("host") || host === hostOf(publicUrl ?? ""));
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
