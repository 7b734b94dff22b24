/** The same value without the ids of messages, which are made afresh in every run. */
export function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== "object" || value === null) return value;
  const isMessage = "role" in value && "content" in value;
  const entries = Object.entries(value).filter(([name]) => !(isMessage && name === "id"));
  return Object.fromEntries(entries.map(([name, entry]) => [name, withoutIds(entry)]));
}
