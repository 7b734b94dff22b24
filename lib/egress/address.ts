import ipaddr from "ipaddr.js";

/** How far an address reaches; only `public` may be called without permission. */
export type AddressClass = "public" | "private" | "never";

/** Ranges an administrator may open: machines of the own network and this machine itself. */
const privateRanges: ReadonlySet<string> = new Set(["private", "loopback", "uniqueLocal", "carrierGradeNat"]);

/** Answers with credentials of the virtual machine; a public address by its range (Azure, Alibaba, Oracle). */
const metadataAddresses: ReadonlySet<string> = new Set([
  "169.254.169.254",
  "168.63.129.16",
  "100.100.100.200",
  "192.0.0.192",
  "fd00:ec2::254",
  "fd20:ce::254",
]);

/** What people call the ranges; ipaddr.js has names of its own for them. */
const rangeNames: Readonly<Record<string, string>> = {
  private: "a private",
  loopback: "a loopback",
  uniqueLocal: "a private",
  carrierGradeNat: "a carrier's private",
  linkLocal: "a link-local",
  deprecatedSiteLocal: "a private",
  multicast: "a multicast",
  broadcast: "a broadcast",
  unspecified: "an unspecified",
  rfc6145: "a translated",
  rfc6052: "a translated",
  "6to4": "a tunnelled",
  teredo: "a tunnelled",
};

const globalUnicast = ipaddr.parseCIDR("2000::/3");

/**
 * Sorts an IP address (text, v4 or v6). `never` covers link-local (cloud metadata), multicast, unspecified,
 * reserved and translated ranges, which no setting but an explicit allow rule opens.
 * Ranges follow the IANA special-purpose registries as ipaddr.js holds them.
 */
export function classifyAddress(address: string): AddressClass {
  return judge(address).reach;
}

/** What kind of address it is, with its article: `a loopback`, `a metadata`. */
export function addressKind(address: string): string {
  return judge(address).kind;
}

function judge(address: string): { reach: AddressClass; kind: string } {
  if (!ipaddr.isValid(address)) return { reach: "never", kind: "an unreadable" };
  const parsed = ipaddr.process(address);
  if (metadataAddresses.has(parsed.toString())) return { reach: "never", kind: "a metadata" };
  const range = parsed.range();
  const kind = rangeNames[range] ?? "a reserved";
  if (privateRanges.has(range)) return { reach: "private", kind };
  if (range !== "unicast") return { reach: "never", kind };
  if (parsed instanceof ipaddr.IPv6) {
    // Outside 2000::/3 nothing is routed on the internet.
    if (!parsed.match(globalUnicast)) return { reach: "never", kind };
    if (isIsatap(parsed)) return { reach: "never", kind: "a tunnelled" };
  }
  return { reach: "public", kind: "a public" };
}

/** RFC 5214, section 6.1: the last 32 bits are an IPv4 address that the tunnel leads to. */
function isIsatap(address: ipaddr.IPv6): boolean {
  const [, , , , high = 0, low = 0] = address.parts;
  return low === 0x5efe && (high & ~0x0200) === 0;
}
