import { DateTime } from "luxon";
import { AppError } from "@/workflows/errors/app-error";
import type { Json } from "@/workflows/graph/json";

interface Reading {
  /** How it is written; empty for ISO and for times since 1970. */
  pattern: string;
  zone: string;
  locale: string;
}

/** Seconds up to here, milliseconds above: as seconds it is the year 5138, as milliseconds 1973. */
const mostSeconds = 100_000_000_000;

/** A date as it stands in the state. @throws AppError invalid_input, naming the setting */
export function readDate(setting: string, value: Json, reading: Reading): DateTime {
  const date = parsed(value, reading);
  if (date?.isValid) return date;
  const shown = JSON.stringify(value).slice(0, 80);
  const wanted = reading.pattern ? `written as ${reading.pattern}` : "an ISO date or a time since 1970";
  throw new AppError("invalid_input", `“${setting}” gives ${shown}, and ${wanted} is needed.`, {
    hint: reading.pattern ? "Look at “Written as”." : "Read it with a pattern first.",
  });
}

function parsed(value: Json, { pattern, zone, locale }: Reading): DateTime | undefined {
  const options = { zone, locale };
  // 20260305 written as yyyyMMdd is no time since 1970, though JSON gives it as a number.
  if (typeof value === "number" && pattern) return parsed(String(value), { pattern, zone, locale });
  if (typeof value === "number") {
    return DateTime.fromMillis(Math.abs(value) < mostSeconds ? value * 1000 : value, options);
  }
  if (typeof value !== "string" || value.length > 200) return undefined;
  if (pattern) return DateTime.fromFormat(value.trim(), pattern, options);
  const text = value.trim();
  return /^-?\d+$/.test(text) && text.length > 8
    ? parsed(Number(text), { pattern, zone, locale })
    : DateTime.fromISO(text, options);
}
