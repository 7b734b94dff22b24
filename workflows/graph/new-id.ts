import { customAlphabet } from "nanoid";

const tail = customAlphabet("0123456789abcdefghijklmnopqrstuvwxyz", 10);

/**
 * A fresh id for a node or an edge, e.g. `model_k3x9…`. What an id may not hold is taken out of the prefix.
 * Ten characters of 36: a million ids collide with a chance of about one in seven thousand.
 */
export function newId(prefix: string): string {
  const clean = prefix.replace(/[^a-zA-Z0-9_-]/g, "").slice(0, 40);
  return `${/^[a-z]/.test(clean) ? clean : `n${clean}`}_${tail()}`;
}
