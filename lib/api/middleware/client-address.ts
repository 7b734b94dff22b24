import type { IncomingMessage } from "node:http";

const header = "x-signalbox-client";

/**
 * Notes the peer's address where the API can read it; a value the caller sent itself is overwritten.
 * @param trustProxy the peer is a proxy of the installation, which appends who called it
 */
export function stampClientAddress(request: IncomingMessage, trustProxy: boolean): void {
  const forwarded = [request.headers["x-forwarded-for"] ?? []].flat().join(",");
  const last = forwarded.split(",").at(-1)?.trim();
  request.headers[header] = (trustProxy && last) || request.socket.remoteAddress || "unknown";
}

/** Address of the caller, for rate limits alone. */
export const clientAddress = (headers: Headers): string => headers.get(header) ?? "unknown";
