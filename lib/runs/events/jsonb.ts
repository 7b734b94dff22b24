/** Escapes of U+0000 and of lone surrogates: JSON.stringify writes no other \ud…. jsonb refuses both. */
const unstorable = /(?<!\\)((?:\\\\)*)\\u(?:0000|[dD][89abAB][0-9a-fA-F]{2}|[dD][c-fC-F][0-9a-fA-F]{2})/g;

/** JSON text that Postgres takes as jsonb; characters it cannot hold become the replacement character. */
export function toJsonb(value: unknown): string {
  const text = JSON.stringify(value) ?? "null";
  if (!text.includes("\\u0000") && !text.includes("\\ud")) return text;
  return text.replace(unstorable, "$1\\ufffd");
}
