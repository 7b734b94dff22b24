/** Names of the services that hand out credentials of a virtual machine, whatever they resolve to. */
const metadataNames: ReadonlySet<string> = new Set([
  "metadata",
  "metadata.google.internal",
  "metadata.goog",
  "instance-data",
  "instance-data.ec2.internal",
  "metadata.azure.com",
  "metadata.azure.internal",
  "metadata.tencentyun.com",
]);

/** Host of a URL as rules know it: in small letters, without brackets of a v6 address and without the root's dot. */
export function bareHost(hostname: string): string {
  const bare = hostname.startsWith("[") && hostname.endsWith("]") ? hostname.slice(1, -1) : hostname;
  return bare.toLowerCase().replace(/\.+$/, "");
}

export function isMetadataName(host: string): boolean {
  return metadataNames.has(host);
}
