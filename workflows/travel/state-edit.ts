import { z } from "zod";
import { channelNameSchema } from "@/workflows/graph/channel";
import { jsonSchema } from "@/workflows/graph/json";

/** A change of a state by hand, as LangGraph's `updateState` makes it. */
export const stateEditSchema = z.strictObject({
  channel: channelNameSchema,
  /** `set`: the value takes the place of what is there. `write`: it goes through the reducer, as a node's write does. */
  how: z.enum(["set", "write"]).default("set"),
  value: jsonSchema,
});
export type StateEdit = z.infer<typeof stateEditSchema>;

/** Each channel at most once, so that their order means nothing. */
export const stateEditsSchema = z
  .array(stateEditSchema)
  .max(200)
  .refine((edits) => new Set(edits.map(({ channel }) => channel)).size === edits.length, {
    error: "Name each channel once",
  });

/** Where a run that was made from another one's step begins: kept with the run until a worker begins it. */
export const forkSchema = z.strictObject({
  checkpointId: z.string(),
  /** Nodes that go on from there. */
  next: z.array(z.string()),
  edits: stateEditsSchema,
});
export type Fork = z.infer<typeof forkSchema>;
