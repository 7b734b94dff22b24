import { z } from "zod";
import { jsonObjectSchema } from "./json";
import { nodeIdSchema } from "./node";

/** How a test run of a draft differs from a run of the whole graph; kept with the run, so that it can be taken up again. */
export const testOptionsSchema = z.strictObject({
  /** Pinned results stand in for their nodes. */
  pins: z.boolean().default(true),
  /** The node it begins at, in place of Start; its input is then the channel values found there. */
  from: nodeIdSchema.optional(),
  /** The node after which it ends. */
  until: nodeIdSchema.optional(),
  /** Channel values that it finds beside its input, in place of the defaults: those of a conversation so far. */
  state: jsonObjectSchema.optional(),
  /** What its prompts were filled with, as `<prompt>@<version>`: one revision may run with other texts later. */
  prompts: z.array(z.string()).optional(),
});
export type TestOptions = z.infer<typeof testOptionsSchema>;
