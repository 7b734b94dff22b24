import type { DateTime } from "luxon";
import { written } from "@/workflows/data/limits";
import { wrongKind } from "@/workflows/data/setting-value";
import { AppError } from "@/workflows/errors/app-error";
import { type ExpressionState, evaluate } from "@/workflows/expressions/evaluate";
import type { Json } from "@/workflows/graph/json";
import { readDate } from "./read-date";

interface DateSettings {
  operation: "parse" | "add" | "difference" | "format" | "parts";
  date: string;
  pattern: string;
  amount: string;
  until: string;
  unit: "seconds" | "minutes" | "hours" | "days" | "weeks" | "months" | "years";
  format: string;
  locale: string;
  zone: string;
  output?: string | undefined;
}

/** A date read, moved, compared or written. Times come out as ISO with the zone's offset. @throws AppError */
export function dated(settings: DateSettings, state: ExpressionState, now: () => number = Date.now) {
  return { update: written([[settings.output, resultOf(settings, state, now)]]) };
}

function resultOf(settings: DateSettings, state: ExpressionState, now: () => number): Json {
  const { operation, unit, format } = settings;
  const date = dateOf("Date", settings.date, settings, state, now);
  switch (operation) {
    case "parse":
      return isoOf(date);
    case "add":
      return isoOf(date.plus({ [unit]: amountOf(settings.amount, state) }));
    case "difference":
      return dateOf("Until", settings.until, { ...settings, pattern: "" }, state, now)
        .diff(date, unit)
        .get(unit);
    case "format":
      return date.toFormat(format);
    case "parts":
      return partsOf(date);
  }
}

function dateOf(
  setting: string,
  expression: string,
  { operation, pattern, zone, locale }: DateSettings,
  state: ExpressionState,
  now: () => number,
): DateTime {
  const value = expression.trim() ? evaluate(expression, state) : now();
  return readDate(setting, value, { pattern: operation === "parse" ? pattern : "", zone, locale });
}

function amountOf(expression: string, state: ExpressionState): number {
  const amount = evaluate(expression, state);
  if (typeof amount === "number") return amount;
  throw wrongKind("How many", expression, amount, "a number");
}

/** @throws AppError invalid_input for a time beyond what calendars count */
function isoOf(date: DateTime): string {
  const text = date.toISO({ suppressMilliseconds: true });
  if (text !== null) return text;
  throw new AppError("invalid_input", "The date is too far away to be written.", {
    hint: "Look at “How many”.",
  });
}

function partsOf(date: DateTime): Json {
  const { year, month, day, hour, minute, second, weekday, ordinal, weekNumber } = date;
  return { year, month, day, hour, minute, second, weekday, dayOfYear: ordinal, week: weekNumber };
}
