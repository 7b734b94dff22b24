import type { z } from "zod";

/** What this browser remembers under a key; what no longer fits the schema is forgotten. */
export function readStored<Value>(key: string, schema: z.ZodType<Value>): Value | undefined {
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? undefined : schema.safeParse(JSON.parse(stored)).data;
  } catch {
    // Storage is blocked or holds something else.
    return undefined;
  }
}

/** Keeps a value in this browser for later visits. */
export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without storage the state lives as long as the page.
  }
}

/** Forgets what this browser remembers under a key. */
export function forgetStored(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where storage is blocked nothing was kept.
  }
}
