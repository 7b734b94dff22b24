const maxLength = 48;

/** The address part made from a name: `Support (EU) – Überblick` becomes `support-eu-uberblick`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, "");
  return plain || "agent";
}

/** Addresses to try, nicest first: `name`, `name-2`, `name-3`, … */
export function* slugCandidates(name: string): Generator<string, never> {
  const slug = slugOf(name);
  yield slug;
  for (let number = 2; ; number++) yield `${slug}-${number}`;
}
