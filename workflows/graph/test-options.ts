import { z } from "zod";

/** How a test run of a draft differs from a run of the whole graph; kept with the run, so that it can be taken up again. */
export const testOptionsSchema = z.strictObject({
  /** Pinned results stand in for their nodes. */
  pins: z.boolean().default(true),
});
export type TestOptions = z.infer<typeof testOptionsSchema>;
