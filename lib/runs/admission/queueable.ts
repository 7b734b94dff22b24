import { z } from "zod";

/** What the queue has to know of a run, and whether it is held back. */
export const queueable = z.object({
  runId: z.string(),
  workspaceId: z.string(),
  priority: z.int(),
  /** It has begun already, or one that has begun waits for it: it goes before what has not. */
  urgent: z.boolean(),
  held: z.enum(["time", "thread", "limit"]).nullable(),
});
