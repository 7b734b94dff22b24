import { z } from "zod";

const difference = z.object({ at: z.string(), wanted: z.string().nullable(), found: z.string().nullable() });
/** One place in a value that is another one than it should be; null: nothing is there. */
export type CheckDifference = z.infer<typeof difference>;

export const checkSchema = z.object({
  kind: z.enum(["ended", "equals", "contains", "matches", "has", "within", "path", "cost"]),
  ok: z.boolean(),
  /** The place in the output that it is about; absent: all of it. */
  at: z.string().optional(),
  /** What was wanted must not be so. */
  not: z.boolean().optional(),
  /** What was wanted and what came, as texts that can be read side by side; long ones are cut short. */
  wanted: z.string(),
  found: z.string(),
  /** Of values that are compared piece by piece: where they differ. */
  differences: z.array(difference).optional(),
  /** Node at which a run did not go on. */
  nodeId: z.string().optional(),
});
/** One expectation, tried. */
export type Check = z.infer<typeof checkSchema>;

export function isGreen(checks: readonly Check[]): boolean {
  return checks.every(({ ok }) => ok);
}
