import { z } from "zod";
import { callKinds } from "./recorded-call";

/** Where a replay first asked for what the recording does not hold. Node and visit are those of its event. */
export const divergenceSchema = z.object({
  kind: z.enum(callKinds),
  /** What is asked now, and what was asked there before; null: nothing more was. */
  now: z.string(),
  before: z.string().nullable(),
  /** The replay went on with the world outside. */
  live: z.boolean(),
});
export type Divergence = z.infer<typeof divergenceSchema>;
