import { z } from "zod";

/** What a model says of a reckoning. */
export const reckoningSchema = z.object({
  operation: z
    .enum(["add", "difference", "describe"])
    .describe("add: go forwards or back. difference: count to another date. describe: weekday and week"),
  date: z.string().max(60).optional().describe("ISO date or time; now if left out"),
  until: z.string().max(60).optional().describe("For difference: the other date; now if left out"),
  amount: z.number().optional().describe("For add: how many; below 0 goes back"),
  unit: z
    .enum(["seconds", "minutes", "hours", "days", "weeks", "months", "years"])
    .optional()
    .describe("days if left out"),
});
