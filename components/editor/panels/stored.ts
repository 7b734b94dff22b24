import type { z } from "zod";

/** Tells what was stored as what it is taken for; undefined for anything else. */
export type Reading<Value> = (stored: unknown) => Value | undefined;

export const bySchema =
  <Value>(schema: z.ZodType<Value>): Reading<Value> =>
  (stored) =>
    schema.safeParse(stored).data;

/** What this browser remembers under a key; what is no longer of its kind is forgotten. */
export function readStored<Value>(key: string, read: Reading<Value>): Value | undefined {
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? undefined : read(JSON.parse(stored));
  } catch {
    // Storage is blocked or holds something else.
    return undefined;
  }
}

/** Whether this browser remembers anything under a key. */
export function isStored(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    // Storage is blocked, or this is the server.
    return false;
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
