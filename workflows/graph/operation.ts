import "./inner-schema";
import { z } from "zod";
import { channelNameSchema, channelSchema } from "./channel";
import { settingsSchema } from "./document";
import { edgeIdSchema, edgeSchema } from "./edge";
import { jsonObjectSchema } from "./json";
import { groupSchema, paperIdSchema, positionSchema, stickySchema } from "./layout";
import { nodeIdSchema, nodeSchema, policySchema } from "./node";
import { pinSchema } from "./pin";
import { isStorable, unstorable } from "./storable";
import { maxSubgraphDepth } from "./subgraph";

const addNode = z.strictObject({
  op: z.literal("node.add"),
  id: nodeIdSchema,
  node: nodeSchema,
  position: positionSchema,
});
/** Also removes the edges that touch the node. */
const removeNode = z.strictObject({ op: z.literal("node.remove"), id: nodeIdSchema });
const retitleNode = z.strictObject({
  op: z.literal("node.title"),
  id: nodeIdSchema,
  title: nodeSchema.shape.title,
});
/** Sets and unsets top-level config keys, so that two people can edit two fields of one node. */
const configureNode = z.strictObject({
  op: z.literal("node.configure"),
  id: nodeIdSchema,
  set: jsonObjectSchema.default({}),
  unset: z.array(z.string()).default([]),
});
const setPolicy = z.strictObject({ op: z.literal("node.policy"), id: nodeIdSchema, policy: policySchema });
/** An absent note removes it. */
const setNote = z.strictObject({ op: z.literal("node.note"), id: nodeIdSchema, note: nodeSchema.shape.note });
const disableNode = z.strictObject({
  op: z.literal("node.disable"),
  id: nodeIdSchema,
  disabled: z.boolean(),
});
/** null takes the pin off. */
const pinNode = z.strictObject({ op: z.literal("node.pin"), id: nodeIdSchema, pin: pinSchema.nullable() });
const moveNodes = z.strictObject({
  op: z.literal("node.move"),
  positions: z.record(nodeIdSchema, positionSchema),
});
/** Makes, changes or (null) dissolves a group. Its nodes leave the groups they were in. */
const setGroup = z.strictObject({
  op: z.literal("group.set"),
  id: paperIdSchema,
  group: groupSchema.nullable(),
});
/** Makes, changes or (null) removes a sticky note. */
const setSticky = z.strictObject({
  op: z.literal("sticky.set"),
  id: paperIdSchema,
  sticky: stickySchema.nullable(),
});
const addEdge = z.strictObject({ op: z.literal("edge.add"), id: edgeIdSchema, edge: edgeSchema });
const removeEdge = z.strictObject({ op: z.literal("edge.remove"), id: edgeIdSchema });
const updateEdge = z.strictObject({ op: z.literal("edge.update"), id: edgeIdSchema, edge: edgeSchema });
const addChannel = z.strictObject({
  op: z.literal("channel.add"),
  name: channelNameSchema,
  channel: channelSchema,
});
const removeChannel = z.strictObject({ op: z.literal("channel.remove"), name: channelNameSchema });
const updateChannel = z.strictObject({
  op: z.literal("channel.update"),
  name: channelNameSchema,
  channel: channelSchema,
});
const updateSettings = z.strictObject({ op: z.literal("settings.update"), settings: settingsSchema });

const ofDocument = [
  addNode,
  removeNode,
  retitleNode,
  configureNode,
  setPolicy,
  setNote,
  disableNode,
  pinNode,
  moveNodes,
  setGroup,
  setSticky,
  addEdge,
  removeEdge,
  updateEdge,
  addChannel,
  removeChannel,
  updateChannel,
  updateSettings,
] as const;
const documentOperationSchema = z.discriminatedUnion("op", ofDocument);
/** An operation on the document itself, not inside one of its nodes. */
export type DocumentOperation = z.infer<typeof documentOperationSchema>;

/** An operation on the graph inside a node; `at` names the nodes it stands in, outermost first. */
const insideNode = z.strictObject({
  op: z.literal("node.inside"),
  at: z.array(nodeIdSchema).min(1).max(maxSubgraphDepth),
  operation: documentOperationSchema,
});

export const singleOperationSchema = z.discriminatedUnion("op", [...ofDocument, insideNode]);
export type SingleOperation = z.infer<typeof singleOperationSchema>;

/** All or nothing: one undoable gesture, e.g. a paste. */
const batch = z.strictObject({
  op: z.literal("batch"),
  label: z.string().max(120).optional(),
  operations: z.array(singleOperationSchema),
});

/** The only way a document changes: undo, autosave, collaboration and copilots all speak it. */
export const operationSchema = z
  .union([singleOperationSchema, batch])
  .refine(isStorable, { error: unstorable, abort: true });
export type Operation = z.infer<typeof operationSchema>;
