import { createHash } from "node:crypto";

/** A short hash that equal requests share, whatever the order of their fields. */
export function fingerprintOf(request: unknown): string {
  return createHash("sha256").update(canonical(request)).digest("base64url").slice(0, 22);
}

/** An id in the form of a UUID that is always the same for the same text. */
export function stableUuid(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

function canonical(request: unknown): string {
  return JSON.stringify(request, (_key, value: unknown) => sorted(value)) ?? "null";
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
