import { z } from "zod";
import { modelOutcomeSchema } from "@/lib/health/model-outcomes";
import { breakerStateSchema } from "@/lib/resilience/breaker-state";

const count = z.int().min(0);
const ms = z.number().min(0);

/** What a process says of itself every few seconds. Times are told as ages: clocks of machines differ. */
export const processReportSchema = z.object({
  /** null: it does not work on runs. */
  work: z
    .object({
      places: count,
      active: count,
      room: z.int(),
      fetchedAgoMs: ms,
      walkedAgoMs: ms,
      /** How long the most silent of its runs has shown nothing; null: none runs. */
      quietMs: ms.nullable(),
      draining: z.boolean(),
    })
    .nullable(),
  /** How late the event loop came to its timers since the last report. */
  loop: z.object({ p99Ms: ms, maxMs: ms }),
  memory: z.object({
    rss: count,
    heapUsed: count,
    heapLimit: count,
    external: count,
    /** What the machine or container allows, if that is known. */
    limit: count.nullable(),
  }),
  pool: z.object({ size: count, total: count, idle: count, waiting: count }),
  sandbox: z.object({ threads: count, busy: count, waiting: count }),
  /** Those that have failed lately. */
  breakers: z.array(breakerStateSchema),
  models: z.array(modelOutcomeSchema),
});
export type ProcessReport = z.infer<typeof processReportSchema>;
