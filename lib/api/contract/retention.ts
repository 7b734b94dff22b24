import { z } from "zod";
import { endpoint, time } from "./endpoint";

const tag = "Keeping data";

/** What a workspace can limit, each by itself. */
export const keptThings = ["runs", "events", "checkpoints"] as const;
export type KeptThing = (typeof keptThings)[number];

/** Whole days, or for ever. */
export const keepSchema = z.union([z.int().min(1).max(3_650), z.literal("forever")]);
export type Keep = z.infer<typeof keepSchema>;

/** A workspace's own choice; what is absent is the installation's. */
export const retentionSchema = z.strictObject({
  runs: keepSchema.optional(),
  events: keepSchema.optional(),
  checkpoints: keepSchema.optional(),
});
export type Retention = z.infer<typeof retentionSchema>;

const of = <Value extends z.ZodType>(value: Value) =>
  z.object({ runs: value, events: value, checkpoints: value });

const retentionStateSchema = z.object({
  /** The workspace's own choices; what is absent is the installation's. Days after the end of a run. */
  chosen: retentionSchema,
  /** What the installation keeps where a workspace says nothing. */
  installation: of(keepSchema),
  /** How many of a conversation's latest runs keep their checkpoints in any case. */
  checkpointRuns: z.int(),
  /** Runs of the workspace: all, and those that have their events and checkpoints still. */
  amounts: of(z.int()).extend({ conversations: z.int() }),
  /** Bytes on disk, of all workspaces together. */
  bytes: of(z.number()),
  /** When the oldest will have outlived its time. */
  next: of(time.nullable()),
});
export type RetentionState = z.infer<typeof retentionStateSchema>;

export const getRetention = endpoint({
  method: "get",
  path: "/workspace/retention",
  access: "workspace.manage",
  tag,
  summary: "How long runs, their events and their checkpoints are kept, and how much of them there is",
  response: retentionStateSchema,
});
/** What is older is deleted from then on, in small batches, and cannot be brought back. */
export const setRetention = endpoint({
  method: "put",
  path: "/workspace/retention",
  access: "workspace.manage",
  tag,
  summary: "Choose how long runs, their events and their checkpoints are kept",
  body: retentionSchema,
  response: retentionStateSchema,
});

const keepText = z.union([z.literal("forever"), z.coerce.number().pipe(z.int().min(1).max(3_650))]);
export const previewRetention = endpoint({
  method: "get",
  path: "/workspace/retention/preview",
  access: "workspace.manage",
  tag,
  summary: "Of how many runs something would be deleted at once under these choices",
  query: z.strictObject({
    runs: keepText.optional(),
    events: keepText.optional(),
    checkpoints: keepText.optional(),
  }),
  response: of(z.int()),
});
