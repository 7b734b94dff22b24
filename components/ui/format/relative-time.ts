const steps: [limitSeconds: number, unitSeconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [3_600, 60, "minute"],
  [86_400, 3_600, "hour"],
  [7 * 86_400, 86_400, "day"],
  [31 * 86_400, 7 * 86_400, "week"],
  [365 * 86_400, 30.44 * 86_400, "month"],
  [Number.POSITIVE_INFINITY, 365.25 * 86_400, "year"],
];

const words = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });

/** How long ago `time` was, or how far ahead it is: just now, 5 min. ago, yesterday, in 2 hr. */
export function formatRelativeTime(time: Date, now: Date): string {
  const seconds = (time.getTime() - now.getTime()) / 1000;
  if (Math.abs(seconds) < 45) return "just now";
  const step = steps.find(([limit]) => Math.abs(seconds) < limit);
  if (!step) return words.format(0, "second");
  const [, unitSeconds, unit] = step;
  const count = Math.round(seconds / unitSeconds) || Math.sign(seconds);
  return words.format(count, unit);
}

const exact = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "long" });

/** The moment itself, to the second, with the reader's time zone. */
export function formatExactTime(time: Date): string {
  return exact.format(time);
}
