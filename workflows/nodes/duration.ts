export const units = ["seconds", "minutes", "hours", "days"] as const;

const unitMs: Record<(typeof units)[number], number> = {
  seconds: 1_000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
};

/** A year and a day, so that "in a year" is never too long. */
export const longestDays = 367;
export const longestMs = longestDays * unitMs.days;

export function durationMs({ amount, unit }: { amount: number; unit: (typeof units)[number] }): number {
  return Math.round(amount * unitMs[unit]);
}
