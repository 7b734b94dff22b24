import { z } from "zod";
import { jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";
import { toolNameSchema } from "@/workflows/tools/tool-name";
import { endpoint, idParam, time } from "./endpoint";
import { effects, sourceToolSchema } from "./tools";

const tag = "Tools in code";

/** Arguments, and what the code makes of them. */
export const toolTestSchema = z.strictObject({
  name: z.string().trim().min(1, "Name the test").max(120),
  args: jsonObjectSchema,
  expect: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("result"), value: jsonSchema }),
    /** The error's message holds this text; an empty one is any error. */
    z.strictObject({ type: z.literal("error"), includes: z.string().max(1_000) }),
  ]),
});
export type ToolTest = z.infer<typeof toolTestSchema>;

/** Everything of a tool in code that has versions. */
export const toolDefinitionSchema = z.strictObject({
  description: z.string().trim().min(1, "Say what it is good for").max(1_000),
  /** JSON schema of an object. */
  parameters: jsonObjectSchema.refine(({ type }) => type === "object", {
    message: "The arguments have to be an object: write a JSON schema with “type”: “object”",
  }),
  /** Body of a function. It sees `args` and returns a value. */
  code: z.string().trim().min(1, "Write some code").max(100_000),
  timeoutMs: z.int().min(10).max(60_000).default(5_000),
  memoryMb: z.int().min(1).max(256).default(64),
  /** `fetch` is there, inside what the workspace may call. */
  network: z.boolean().default(false),
  /** Counts with network alone; without it, code can only compute. */
  effect: z.enum(effects).default("act"),
  tests: z.array(toolTestSchema).max(50).default([]),
});
export type ToolDefinition = z.infer<typeof toolDefinitionSchema>;

const testOutcomeSchema = z.object({
  name: z.string(),
  passed: z.boolean(),
  /** What came back, where nothing failed. */
  result: jsonSchema.nullable(),
  error: z.string().nullable(),
  /** What is wrong, in words; null where it passed. */
  problem: z.string().nullable(),
  logs: z.array(z.string()),
  durationMs: z.int(),
});
export type TestOutcome = z.infer<typeof testOutcomeSchema>;

const versionSchema = z.object({
  number: z.int(),
  note: z.string(),
  savedBy: z.string(),
  savedAt: time,
});
export type ToolVersion = z.infer<typeof versionSchema>;

export const codeToolSchema = z.object({
  tool: sourceToolSchema,
  definition: toolDefinitionSchema,
  /** Newest first. */
  versions: z.array(versionSchema),
});

const versionParams = z.strictObject({
  id: z.string().min(1).max(64),
  number: z.coerce.number().int().min(1),
});
const note = z.string().trim().max(500).default("");

export const listCodeTools = endpoint({
  method: "get",
  path: "/tools/code",
  access: "tool.read",
  tag,
  summary: "Tools that the workspace wrote in JavaScript",
  response: z.object({ items: z.array(sourceToolSchema) }),
});
export const testToolCode = endpoint({
  method: "post",
  path: "/tools/code/test",
  access: "tool.write",
  tag,
  summary: "Run the tests of a tool in code as it is written, saved or not",
  body: toolDefinitionSchema,
  response: z.object({ outcomes: z.array(testOutcomeSchema) }),
});
export const createCodeTool = endpoint({
  method: "post",
  path: "/tools/code",
  access: "tool.write",
  tag,
  summary: "Save a new tool in code; its tests have to pass",
  body: z.strictObject({ name: toolNameSchema, definition: toolDefinitionSchema, note }),
  response: codeToolSchema,
});
export const getCodeTool = endpoint({
  method: "get",
  path: "/tools/code/{id}",
  access: "tool.read",
  tag,
  summary: "A tool in code with its versions",
  params: idParam,
  response: codeToolSchema,
});
export const getToolVersion = endpoint({
  method: "get",
  path: "/tools/code/{id}/versions/{number}",
  access: "tool.read",
  tag,
  summary: "A version of a tool in code",
  params: versionParams,
  response: versionSchema.extend({ definition: toolDefinitionSchema }),
});
export const saveCodeTool = endpoint({
  method: "put",
  path: "/tools/code/{id}",
  access: "tool.write",
  tag,
  summary: "Save a new version of a tool in code; its tests have to pass",
  params: idParam,
  body: z.strictObject({
    /** The version that was changed: another one that came meanwhile is not overwritten unseen. */
    basedOn: z.int().min(1),
    definition: toolDefinitionSchema,
    note,
  }),
  response: codeToolSchema,
});
export const restoreToolVersion = endpoint({
  method: "post",
  path: "/tools/code/{id}/versions/{number}/restore",
  access: "tool.write",
  tag,
  summary: "Make an earlier version of a tool in code the newest; its tests have to pass",
  params: versionParams,
  response: codeToolSchema,
});
export const deleteCodeTool = endpoint({
  method: "delete",
  path: "/tools/code/{id}",
  access: "tool.write",
  tag,
  summary: "Delete a tool in code with all its versions",
  params: idParam,
});
