/**
 * Reads an own entry. Ids such as `constructor` or `toString` are legal, and a plain look-up would find what
 * every object inherits.
 */
export function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A copy with one entry set; the other values are shared. */
export function withEntry<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value,
): Record<string, Value> {
  return { ...record, [key]: value };
}

/** A copy without the given keys; the remaining values are shared. */
export function withoutKeys<Value>(
  record: Readonly<Record<string, Value>>,
  keys: Iterable<string>,
): Record<string, Value> {
  const gone = new Set(keys);
  return Object.fromEntries(Object.entries(record).filter(([key]) => !gone.has(key)));
}
