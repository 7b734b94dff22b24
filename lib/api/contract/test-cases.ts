import { z } from "zod";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { checkSchema } from "@/workflows/testcases/check";
import { expectationsSchema, testCaseSchema } from "@/workflows/testcases/test-case";
import { endpoint, idParam } from "./endpoint";

const tag = "Tests";
const name = z.string().trim().min(1).max(200);

export const caseModes = ["mocked", "live"] as const;
/** How a case came out. */
export const caseResultSchema = z.object({
  ok: z.boolean(),
  checks: z.array(checkSchema),
  runId: z.string(),
  /** On recorded results from outside, or on the world itself. */
  mode: z.enum(caseModes),
  at: z.iso.datetime(),
  /** The draft that it was tried on. */
  revision: z.int(),
  graphHash: z.string(),
  /** What it took from the prompt library, as `<prompt>@<version>`. */
  prompts: z.array(z.string()).default([]),
});
export type CaseResult = z.infer<typeof caseResultSchema>;

export const caseSchema = z.object({
  id: z.string(),
  agentId: z.string(),
  name: z.string(),
  case: testCaseSchema,
  /** How many recorded results from outside it has. */
  mocks: z.int(),
  originRunId: z.string().nullable(),
  last: caseResultSchema.nullable(),
  /** The draft has another graph, or would take other prompts from the library, than the last result is of. */
  outdated: z.boolean(),
  outdatedBy: z.enum(["graph", "prompts"]).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type CaseSummary = z.infer<typeof caseSchema>;

const named = z.array(z.object({ id: z.string(), name: z.string() }));
/** Why a draft was not published: `data` of the conflict. */
export const notGreenSchema = z.object({ reason: z.literal("tests"), failed: named, untried: named });
export type NotGreen = z.infer<typeof notGreenSchema>;

export const listCases = endpoint({
  method: "get",
  path: "/agents/{id}/test-cases",
  access: "run.read",
  tag,
  summary: "The cases that an agent is tried with, oldest first",
  params: idParam,
  response: z.object({ items: z.array(caseSchema), required: z.boolean() }),
});
/** A span's node is tried alone: on what it found, expected to write what it wrote. */
export const createCase = endpoint({
  method: "post",
  path: "/runs/{id}/test-case",
  access: "agent.edit",
  tag,
  summary: "Turn a run, or one visit of a node, into a case with its recorded results",
  params: idParam,
  body: z.strictObject({ span: z.string().min(1).max(2_000).optional(), name: name.optional() }),
  response: caseSchema,
});
export const updateCase = endpoint({
  method: "patch",
  path: "/test-cases/{id}",
  access: "agent.edit",
  tag,
  summary: "Change a case's name, input or expectations",
  params: idParam,
  body: z.strictObject({
    name: name.optional(),
    input: jsonObjectSchema.optional(),
    expect: expectationsSchema.optional(),
  }),
  response: caseSchema,
});
export const deleteCase = endpoint({
  method: "delete",
  path: "/test-cases/{id}",
  access: "agent.edit",
  tag,
  summary: "Delete a case",
  params: idParam,
});
/** Answers when the run has ended. */
export const runCase = endpoint({
  method: "post",
  path: "/test-cases/{id}/run",
  access: "run.create",
  tag,
  summary: "Try a case on the draft as it is now",
  params: idParam,
  body: z.strictObject({ mode: z.enum(caseModes).default("mocked") }),
  response: caseSchema,
});
export const requireTests = endpoint({
  method: "put",
  path: "/agents/{id}/tests-required",
  access: "agent.publish",
  tag,
  summary: "Say whether only a draft that passes all its tests may be published",
  params: idParam,
  body: z.strictObject({ required: z.boolean() }),
  response: z.object({ required: z.boolean() }),
});
/** Each line is one case with its mocks. */
export const exportCases = endpoint({
  method: "get",
  path: "/agents/{id}/test-cases/export",
  access: "run.read",
  tag,
  summary: "All cases of an agent as JSON lines",
  params: idParam,
  response: z.object({ lines: z.string() }),
});
export const importCases = endpoint({
  method: "post",
  path: "/agents/{id}/test-cases/import",
  access: "agent.edit",
  tag,
  summary: "Add cases from JSON lines",
  params: idParam,
  body: z.strictObject({ lines: z.string().min(1).max(20_000_000) }),
  response: z.object({ added: z.int() }),
});
