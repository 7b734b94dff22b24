/** Host names and `*.domain`, divided by commas or lines; of a whole address, its host. */
export function hostsIn(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((written) => hostIn(written.toLowerCase()));
}

/** As addresses spell it: without scheme, port and path, and `müller.de` in the letters of host names. */
function hostIn(written: string): string {
  const [, stars = "", rest = ""] = /^(?:[a-z]+:\/\/)?(\*\.)?(.*)$/.exec(written) ?? [];
  const host = URL.parse(`https://${rest}`)?.hostname;
  return host ? stars + host : written;
}

/** Whether pages of this address may be read; none named: all that the workspace allows. */
export function isAllowed(url: string, hosts: string): boolean {
  const names = hostsIn(hosts);
  const host = URL.parse(url)?.hostname.toLowerCase();
  if (!host) return false;
  return (
    names.length === 0 ||
    names.some((name) => (name.startsWith("*.") ? host.endsWith(name.slice(1)) : host === name))
  );
}
