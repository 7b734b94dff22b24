/** A `Retry-After` header in seconds: it holds a number of them or a date (RFC 9110, section 10.2.3). */
export function parseRetryAfter(text: string | null | undefined, now: number): number | undefined {
  if (!text?.trim()) return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
