import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import { defineTool } from "../definition";
import { isTimezone } from "./time-in";

export const currentTimeDefinition = defineTool({
  type: "current-time",
  title: "Current time",
  summary: "Tells the date and time in any time zone.",
  icon: "clock",
  synonyms: ["date", "now", "today", "clock", "timezone"],
  config: z.strictObject({
    timezone: field(z.string().refine(isTimezone, "Write a time zone such as Europe/Berlin").default("UTC"), {
      label: "Time zone",
      help: "Used when the model names none.",
      placeholder: "Europe/Berlin",
    }),
  }),
  initial: { timezone: "UTC" },
  name: () => "current_time",
  description: (config) =>
    `Tells the current date, weekday and time. Without a time zone it answers for ${config.timezone}.`,
  repeatable: () => true,
  sample: { config: { timezone: "UTC" }, args: { timezone: "Europe/Berlin" } },
});
