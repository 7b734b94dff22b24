import ipaddr from "ipaddr.js";

/** How far an address reaches; only `public` may be called without permission. */
export type AddressClass = "public" | "private" | "never";

/** Ranges an administrator may open: machines of the own network and this machine itself. */
const privateRanges: ReadonlySet<string> = new Set(["private", "loopback", "uniqueLocal", "carrierGradeNat"]);

/** Answers with credentials of the virtual machine; a public address by its range (Azure). */
const metadataAddresses: ReadonlySet<string> = new Set(["168.63.129.16", "fd00:ec2::254", "100.100.100.200"]);

const globalUnicast = ipaddr.parseCIDR("2000::/3");

/**
 * Sorts an IP address (text, v4 or v6). `never` covers link-local (cloud metadata), multicast, unspecified,
 * reserved and translated ranges, which no setting but an explicit allow rule opens.
 * Ranges follow the IANA special-purpose registries as ipaddr.js holds them.
 */
export function classifyAddress(address: string): AddressClass {
  if (!ipaddr.isValid(address)) return "never";
  const parsed = ipaddr.process(address);
  if (metadataAddresses.has(parsed.toString())) return "never";
  const range = parsed.range();
  if (privateRanges.has(range)) return "private";
  if (range !== "unicast") return "never";
  // Outside 2000::/3 nothing is routed on the internet.
  if (parsed.kind() === "ipv6" && !parsed.match(globalUnicast)) return "never";
  return "public";
}
