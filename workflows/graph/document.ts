import { z } from "zod";
import { channelNameSchema, channelSchema } from "./channel";
import { edgeIdSchema, edgeSchema } from "./edge";
import { graphFormat } from "./format";
import { keptAnswersSchema } from "./kept-answers";
import { layoutOf, layoutSchema } from "./layout";
import { nodeIdSchema, nodeSchema } from "./node";
import { pinSchema } from "./pin";

export type { Position } from "./layout";

/**
 * When a run's state is stored, by LangGraph's names: after every step, or only where the run pauses, ends or makes way.
 */
export const durabilitySchema = z.enum(["sync", "exit"]);
export type Durability = z.infer<typeof durabilitySchema>;

export const settingsSchema = z.strictObject({
  /** Supersteps a run may take before it stops with `recursion_limit`. */
  recursionLimit: z.int().min(1).max(10_000).default(100),
  /** Wall-clock bound of one run, pauses for people not counted. */
  timeoutMs: z.int().min(1_000).max(86_400_000).default(900_000),
  /** `sync` where it is left out. A graph inside a node follows the graph around it. */
  durability: durabilitySchema.optional(),
  /** How answers of models are kept and given again; they are not where it is left out. */
  answers: keptAnswersSchema.optional(),
  /** What its runs get from outside is recorded, unless it is `off`. */
  recording: z.enum(["on", "off"]).optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** The state machine a person draws. Neither `layout` nor `pins` change what it means. */
export const graphDocumentSchema = z.strictObject({
  format: z.literal(graphFormat),
  settings: settingsSchema,
  channels: z.record(channelNameSchema, channelSchema),
  nodes: z.record(nodeIdSchema, nodeSchema),
  edges: z.record(edgeIdSchema, edgeSchema),
  layout: layoutSchema,
  /** Results that test runs of the draft take instead of running these nodes. */
  pins: z.record(nodeIdSchema, pinSchema).default({}),
});
export type GraphDocument = z.infer<typeof graphDocumentSchema>;

/** A document with nothing in it; a new agent starts from `templates/blank` instead. */
export function emptyDocument(): GraphDocument {
  return {
    format: graphFormat,
    settings: { recursionLimit: 100, timeoutMs: 900_000 },
    channels: {},
    nodes: {},
    edges: {},
    layout: layoutOf({}),
    pins: {},
  };
}
