import { DateTime } from "luxon";
import { AppError } from "@/workflows/errors/app-error";

export interface Reckoning {
  operation: "add" | "difference" | "describe";
  date?: string | undefined;
  until?: string | undefined;
  amount?: number | undefined;
  unit?: "seconds" | "minutes" | "hours" | "days" | "weeks" | "months" | "years" | undefined;
}

/** Reckons with the calendar of a time zone, in words a model reads well. @throws AppError tool_failed */
export function reckoned(
  { operation, date, until, amount = 0, unit = "days" }: Reckoning,
  zone: string,
): string {
  const start = read(date, zone);
  switch (operation) {
    case "describe":
      return described(start);
    case "add":
      return described(valid(start.plus({ [unit]: amount }), String(amount)));
    case "difference": {
      const end = read(until, zone);
      const between = end.diff(start, unit).get(unit);
      return `${Number(between.toFixed(6))} ${unit} from ${described(start)} to ${described(end)}`;
    }
  }
}

/** ISO dates and times; nothing is now. */
function read(text: string | undefined, zone: string): DateTime {
  if (!text?.trim()) return DateTime.now().setZone(zone);
  return valid(DateTime.fromISO(text.trim(), { zone }), text);
}

function valid(date: DateTime, text: string): DateTime {
  if (date.isValid) return date;
  throw new AppError("tool_failed", `“${text}” is no date.`, {
    hint: "Write it as 2026-03-29 or 2026-03-29T18:30:00+02:00.",
  });
}

function described(date: DateTime): string {
  return `${date.setLocale("en-GB").toFormat("cccc")}, ${date.toISO({ suppressMilliseconds: true })} (week ${date.weekNumber}, day ${date.ordinal} of the year)`;
}
