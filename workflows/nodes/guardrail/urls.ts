/** Addresses in a text, as a browser or a model would follow them. */
const address = /\b(?:https?|ftp|wss?|file):\/\/[^\s<>"'`\])}]{1,2000}|\bwww\.[^\s<>"'`\])}]{3,500}/gi;
/** Addresses that carry what they lead to; never wanted in a text. */
const carrying = /\b(?:javascript|vbscript):[^\s]|\bdata:(?:text\/html|application\/|image\/svg)/i;

/** What is wrong with the addresses in a text; each host is named once. */
export function urlProblems(text: string, policy: "none" | "listed", hosts: readonly string[]): string[] {
  const listed = hosts.flatMap((host) => listedHost(host.trim()) ?? []);
  const problems = [...text.matchAll(address)].flatMap(([found]) => {
    const host = hostOf(found);
    if (policy === "listed" && host !== undefined && isListed(host, listed)) return [];
    return [host ? `an address of ${host}` : "an address that cannot be read"];
  });
  const carried = carrying.test(text) ? ["an address that carries code"] : [];
  return [...new Set([...problems, ...carried])];
}

/** Where it really leads: a name before an @ is no host. */
function hostOf(found: string): string | undefined {
  const plain = found.replace(/[.,;:!?]{1,10}$/, "");
  const url = URL.parse(plain.includes("://") ? plain : `http://${plain}`);
  return url?.hostname.toLowerCase().replace(/\.$/, "") || undefined;
}

/** A host as addresses name it; people also list whole addresses, `*.example.com`, and names in their own script. */
function listedHost(written: string): string | undefined {
  return written ? hostOf(written.replace(/^\*?\./, "")) : undefined;
}

/** A host itself and what belongs to it: `example.com` lists `docs.example.com`, too. */
function isListed(host: string, listed: readonly string[]): boolean {
  return listed.some((name) => host === name || host.endsWith(`.${name}`));
}
