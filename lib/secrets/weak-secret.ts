/** Values that stand in tutorials and examples; whoever tries to forge a session tries these first. */
const wellKnown = /secret|change.?me|password|example|insecure|default|your.?|1234|abcd|test/i;
const leastLength = 32;
const leastVariety = 10;

/** Why a secret would not protect anything, or undefined if it looks random. */
export function weakness(secret: string): string | undefined {
  if (secret.length < leastLength) return `is shorter than ${leastLength} characters`;
  if (new Set(secret).size < leastVariety) return "repeats too few characters";
  if (looksWritten(secret)) return "is a well-known or written value, not a random one";
  return undefined;
}

/** Random text hits a word of the list now and then; only a value made of words and separators counts. */
function looksWritten(secret: string): boolean {
  return (
    wellKnown.test(secret) && /^[a-z]+([-_ .]?[a-z0-9]+)*$/.test(secret) && /[-_ ]|^[a-z]+$/.test(secret)
  );
}
