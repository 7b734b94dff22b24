import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import { isTimezone } from "../current-time/time-in";
import { defineTool } from "../definition";

export const dateToolDefinition = defineTool({
  type: "date",
  title: "Dates",
  summary: "Reckons with dates: what comes after, how long between, which weekday.",
  icon: "calendar-days",
  synonyms: ["calendar", "weekday", "deadline", "duration", "days between"],
  config: z.strictObject({
    timezone: field(z.string().refine(isTimezone, "Write a time zone such as Europe/Berlin").default("UTC"), {
      label: "Time zone",
      help: "Where days begin, and where a date without a zone was written.",
      placeholder: "Europe/Berlin",
    }),
  }),
  initial: { timezone: "UTC" },
  name: () => "reckon_dates",
  description: ({ timezone }) =>
    `Adds to a date, counts the time between two dates, or tells the weekday and week of one, by the calendar of ${timezone}.`,
  repeatable: () => true,
  sample: {
    config: { timezone: "UTC" },
    args: { operation: "add", date: "2026-01-31", amount: 1, unit: "months" },
  },
});
