const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const pattern = /^([1-9]\d{0,3})([mhd])$/;

/** Whether it says how long before now: 30m, 24h, 7d. */
export const isAgo = (value: string): boolean => pattern.test(value);

/** The moment that a time of an address means: so long before `now`, or itself. Milliseconds. */
export function timeOf(value: string, now: number): number {
  const [, count, unit] = pattern.exec(value) ?? [];
  if (unit !== "m" && unit !== "h" && unit !== "d") return Date.parse(value);
  return now - Number(count) * unitMs[unit];
}

const unitWords = { m: "minute", h: "hour", d: "day" };

/** 24h as people say it: 24 hours. */
export function agoWords(value: string): string {
  const [, count, unit] = pattern.exec(value) ?? [];
  if (unit !== "m" && unit !== "h" && unit !== "d") return value;
  return count === "1" ? unitWords[unit] : `${count} ${unitWords[unit]}s`;
}
