const key = "__proto__";

/**
 * Where JSON holds a key named `__proto__`: legal in a text, but zod, React and plain objects drop it without a
 * word, and what is drawn must not vanish so.
 */
export function prototypeKey(json: unknown, path: readonly string[] = []): string[] | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  for (const [name, value] of Object.entries(json)) {
    const here = [...path, name];
    const found = name === key ? here : prototypeKey(value, here);
    if (found) return found;
  }
  return undefined;
}
