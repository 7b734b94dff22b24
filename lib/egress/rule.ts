import ipaddr from "ipaddr.js";
import { AppError } from "@/workflows/errors/app-error";
import { bareHost } from "./host-name";

type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** An entry of a workspace's lists: a host, all hosts below a domain, or a network; on one port or on all. */
export type Rule = { text: string; port: string | null } & (
  | { kind: "host"; host: string }
  | { kind: "below"; domain: string }
  | { kind: "network"; network: Network }
);

/** What a workspace lets its agents call. An empty `allow` lets everything through that `deny` does not name. */
export interface EgressRules {
  allow: readonly Rule[];
  deny: readonly Rule[];
}

export const noRules: EgressRules = { allow: [], deny: [] };

/**
 * @param text `api.example.com`, `*.example.com`, `api.example.com:8443`, `203.0.113.7`, `[2001:db8::7]:443` or a
 * network such as `203.0.113.0/24`
 * @throws AppError invalid_input naming the entry that cannot be read
 */
export function parseRule(text: string): Rule {
  const entry = text.trim();
  if (entry.includes("/")) {
    if (!ipaddr.isValidCIDR(entry)) throw unreadable(text);
    return { kind: "network", text: entry, port: null, network: plainNetwork(ipaddr.parseCIDR(entry)) };
  }
  const below = entry.startsWith("*.");
  const { host, port } = readHost(below ? entry.slice(2) : entry, text);
  if (!ipaddr.isValid(host)) {
    return below
      ? { kind: "below", text: entry, port, domain: host }
      : { kind: "host", text: entry, port, host };
  }
  if (below) throw unreadable(text);
  const address = ipaddr.process(host);
  return { kind: "network", text: entry, port, network: [address, address.kind() === "ipv4" ? 32 : 128] };
}

/** The first rule that names this host, or this address where one is known. */
export function ruleFor(
  rules: readonly Rule[],
  { host, port, address }: { host: string; port: string; address?: string },
): Rule | undefined {
  return rules.find((rule) => {
    if (rule.port !== null && rule.port !== port) return false;
    if (rule.kind === "host") return rule.host === host;
    if (rule.kind === "below") return host.endsWith(`.${rule.domain}`);
    return address !== undefined && isInside(address, rule.network);
  });
}

function readHost(entry: string, text: string): { host: string; port: string | null } {
  const withBrackets = ipaddr.IPv6.isValid(entry) ? `[${entry}]` : entry;
  const url = URL.parse(`http://${withBrackets}`);
  // A scheme, a path, a name of a user and a second star are all slips that would silently mean something else.
  if (url?.pathname !== "/" || url.username || url.search || url.hash || /[*%]/.test(url.hostname)) {
    throw unreadable(text);
  }
  // URL drops the port 80; it was still named.
  return { host: bareHost(url.hostname), port: url.port || (withBrackets.endsWith(":80") ? "80" : null) };
}

function isInside(address: string, network: Network): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.kind() === network[0].kind() && parsed.match(network);
}

/** Networks of mapped addresses mean the IPv4 addresses in them: `::ffff:10.0.0.0/104`. */
function plainNetwork([address, bits]: Network): Network {
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && bits >= 96
    ? [address.toIPv4Address(), bits - 96]
    : [address, bits];
}

function unreadable(text: string): AppError {
  return new AppError("invalid_input", `“${text}” is not a host, address or network.`, {
    hint: "Write a host (api.example.com), all hosts below one (*.example.com) or a network (203.0.113.0/24).",
  });
}
