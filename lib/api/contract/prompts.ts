import { z } from "zod";
import { promptCaseSchema, promptValuesSchema } from "@/workflows/prompts/case";
import { longestPrompt } from "@/workflows/prompts/prompt-use";
import { endpoint, idParam, time } from "./endpoint";

const tag = "Prompts";

export const promptName = z.string().trim().min(1, "Enter a name").max(120);
const description = z.string().trim().max(500);
export const promptText = z.string().trim().min(1, "Write the prompt").max(longestPrompt);
const note = z.string().trim().max(500).default("");

const versionSchema = z.object({
  number: z.int(),
  /** The names that it asks for, in reading order. */
  variables: z.array(z.string()),
  note: z.string(),
  savedBy: z.string(),
  savedAt: time,
});
export type PromptVersion = z.infer<typeof versionSchema>;

const summarySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** Number of the newest version, and what it asks for. */
  version: z.int(),
  variables: z.array(z.string()),
  updatedAt: time,
});
export type PromptSummary = z.infer<typeof summarySchema>;

export const promptSchema = summarySchema.extend({
  /** Of the newest version. */
  text: z.string(),
  cases: z.array(promptCaseSchema),
  /** Newest first. */
  versions: z.array(versionSchema),
  /** Agents whose drafts refer to it. */
  usedBy: z.array(z.object({ id: z.string(), name: z.string() })),
});

const answerSchema = z.object({
  /** As its provider calls it. */
  model: z.string(),
  text: z.string(),
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
  /** Micro-dollars; null: nobody knows. */
  costMicros: z.int().nullable(),
  durationMs: z.int(),
});
export type PromptAnswer = z.infer<typeof answerSchema>;

const outcomeSchema = z.object({
  name: z.string(),
  passed: z.boolean(),
  /** What is wrong, in words; null where it passed. */
  problem: z.string().nullable(),
  /** What was asked, where the text could be filled. */
  filled: z.string().nullable(),
  answer: answerSchema.nullable(),
});
export type CaseOutcome = z.infer<typeof outcomeSchema>;

const versionParams = z.strictObject({
  id: z.string().min(1).max(64),
  number: z.coerce.number().int().min(1),
});
const model = z.string().min(1, "Choose a model").max(200);
const differenceSchema = z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() });

export const listPrompts = endpoint({
  method: "get",
  path: "/prompts",
  access: "agent.read",
  tag,
  summary: "The workspace's prompt library",
  response: z.object({ items: z.array(summarySchema) }),
});
export const createPrompt = endpoint({
  method: "post",
  path: "/prompts",
  access: "agent.edit",
  tag,
  summary: "Put a prompt into the library",
  body: z.strictObject({
    name: promptName,
    description: description.default(""),
    text: promptText,
    note,
  }),
  response: promptSchema,
});
export const getPrompt = endpoint({
  method: "get",
  path: "/prompts/{id}",
  access: "agent.read",
  tag,
  summary: "A prompt with its newest text, its test cases and the list of its versions",
  params: idParam,
  response: promptSchema,
});
export const updatePrompt = endpoint({
  method: "patch",
  path: "/prompts/{id}",
  access: "agent.edit",
  tag,
  summary: "Change what a prompt is called, what is said of it, or its test cases",
  params: idParam,
  body: z.strictObject({
    name: promptName.optional(),
    description: description.optional(),
    cases: z
      .array(promptCaseSchema)
      .max(50)
      .refine(
        (cases) => new Set(cases.map(({ name }) => name)).size === cases.length,
        "Two cases have the same name",
      )
      .optional(),
  }),
  response: promptSchema,
});
export const deletePrompt = endpoint({
  method: "delete",
  path: "/prompts/{id}",
  access: "agent.edit",
  tag,
  summary: "Delete a prompt with all its versions; refused while drafts of agents refer to it",
  params: idParam,
});
export const savePrompt = endpoint({
  method: "post",
  path: "/prompts/{id}/versions",
  access: "agent.edit",
  tag,
  summary: "Save the next version of a prompt",
  params: idParam,
  body: z.strictObject({
    /** The version that was changed: another one that came meanwhile is not overwritten unseen. */
    basedOn: z.int().min(1),
    text: promptText,
    note,
  }),
  response: promptSchema,
});
export const getPromptVersion = endpoint({
  method: "get",
  path: "/prompts/{id}/versions/{number}",
  access: "agent.read",
  tag,
  summary: "A version of a prompt",
  params: versionParams,
  response: versionSchema.extend({ text: z.string() }),
});
export const comparePrompt = endpoint({
  method: "get",
  path: "/prompts/{id}/versions/{number}/changes",
  access: "agent.read",
  tag,
  summary: "How an earlier version of a prompt became this one, word by word",
  params: versionParams,
  /** Absent: the version before. */
  query: z.strictObject({ since: z.coerce.number().int().min(1).optional() }),
  response: z.object({ since: z.int(), differences: z.array(differenceSchema) }),
});
export const tryPrompt = endpoint({
  method: "post",
  path: "/prompts/try",
  access: "run.create",
  tag,
  summary: "Fill the variables of a text, saved or not, and ask a model where one is named",
  body: z.strictObject({ text: promptText, values: promptValuesSchema, model: model.optional() }),
  response: z.object({ filled: z.string(), answer: answerSchema.nullable() }),
});
export const testPrompt = endpoint({
  method: "post",
  path: "/prompts/{id}/versions/{number}/test",
  access: "run.create",
  tag,
  summary: "Ask a model a prompt's test cases and check the answers",
  params: versionParams,
  /** `cases`: names of those that are wanted; absent: all. */
  body: z.strictObject({ model, cases: z.array(z.string()).max(50).optional() }),
  response: z.object({ outcomes: z.array(outcomeSchema) }),
});
