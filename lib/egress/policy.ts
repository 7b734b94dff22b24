import ipaddr from "ipaddr.js";
import { AppError } from "@/workflows/errors/app-error";
import { classifyAddress } from "./address";
import { bareHost } from "./host-name";

/** One entry of an allow list: all private ranges, a network, or a host with or without its port. */
type AllowRule =
  | { kind: "private" }
  | { kind: "network"; network: ReturnType<typeof ipaddr.parseCIDR> }
  | { kind: "host"; host: string; port: string | null };

export type EgressPolicy = readonly AllowRule[];

/** Words for "every private and loopback address"; link-local and metadata addresses stay closed. */
const everythingPrivate: ReadonlySet<string> = new Set(["private", "true"]);

/**
 * @param allow entries such as `host`, `host:port`, an address, `[v6]:port`, a CIDR like `10.1.0.0/16`, or
 * `private` for all private ranges
 * @throws AppError invalid_input naming the entry that cannot be read
 */
export function parsePolicy(allow: readonly string[]): EgressPolicy {
  return allow.map(parseRule);
}

/** A rule for this name (before it is resolved) makes whatever address stands behind it acceptable. */
export function allowsHost(policy: EgressPolicy, host: string, port: string): boolean {
  return policy.some(
    (rule) =>
      rule.kind === "host" && rule.host === host.toLowerCase() && (rule.port === null || rule.port === port),
  );
}

/** Whether a connection to this address may be opened. */
export function allowsAddress(policy: EgressPolicy, address: string): boolean {
  const kind = classifyAddress(address);
  if (kind === "public") return true;
  return policy.some(
    (rule) =>
      (rule.kind === "private" && kind === "private") ||
      (rule.kind === "network" && inNetwork(address, rule.network)),
  );
}

function parseRule(text: string): AllowRule {
  const entry = text.trim();
  if (everythingPrivate.has(entry.toLowerCase())) return { kind: "private" };
  if (entry.includes("/")) {
    if (!ipaddr.isValidCIDR(entry)) throw unreadable(text);
    return { kind: "network", network: ipaddr.parseCIDR(entry) };
  }
  const withBrackets = ipaddr.IPv6.isValid(entry) ? `[${entry}]` : entry;
  const url = URL.parse(`http://${withBrackets}`);
  if (url?.pathname !== "/" || url.username || url.search || url.hash) throw unreadable(text);
  // URL drops the port 80; it was still named.
  const port = url.port || (withBrackets.endsWith(":80") ? "80" : null);
  return { kind: "host", host: bareHost(url.hostname), port };
}

function inNetwork(address: string, network: ReturnType<typeof ipaddr.parseCIDR>): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.kind() === network[0].kind() && parsed.match(network);
}

function unreadable(text: string): AppError {
  return new AppError("invalid_input", `"${text}" is not a host, address or network that can be allowed.`, {
    hint: "Write a host (ollama.internal), a host with port (localhost:11434) or a network (10.1.0.0/16).",
  });
}
