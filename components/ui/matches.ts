/** Whether every word of the search stands somewhere in the texts, whatever the case and accents. */
export function matches(search: string, ...texts: (string | null | undefined)[]): boolean {
  const haystack = plain(texts.filter(Boolean).join("\n"));
  return plain(search)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
