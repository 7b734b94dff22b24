import { createHash } from "node:crypto";

/** Twelve hexadecimal digits of SHA-256: the same value has the same tag everywhere. */
export function shortHash(value: string): string {
  return createHash("sha256").update(value).digest("hex").slice(0, 12);
}
