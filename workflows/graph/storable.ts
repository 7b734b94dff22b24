/** Why something is refused that cannot be kept. */
export const unstorable =
  "Holds a character that cannot be stored: a null character, or half of an emoji. Type that text anew.";

/**
 * Whether every text and name in a JSON value can be kept and comes back as it was: Postgres has no null character in
 * jsonb, and half of a surrogate pair is no character at all. Both come from a paste or a broken file.
 */
export function isStorable(json: unknown): boolean {
  let level: unknown[] = [json];
  while (level.length > 0) {
    if (level.some((value) => typeof value === "string" && !isStorableText(value))) return false;
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.entries(value).flat() : [],
    );
  }
  return true;
}

function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
