import { z } from "zod";
import { graphDocumentSchema } from "@/workflows/graph/document";
import { issueCodes } from "@/workflows/graph/issue";
import { operationSchema } from "@/workflows/graph/operation";
import { endpoint, idParam, time } from "./endpoint";

const tag = "Agents";
export const agentName = z.string().trim().min(1, "Enter a name").max(120);
export const agentSlug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, "Use small letters, digits and - only");

const issuePathSchema = z.object({
  nodeId: z.string().optional(),
  edgeId: z.string().optional(),
  channel: z.string().optional(),
  field: z.string().optional(),
  /** Where inside the node's own graph. */
  get inside() {
    return issuePathSchema.optional();
  },
});

const issueSchema = z.object({
  code: z.enum(issueCodes),
  severity: z.enum(["error", "warning"]),
  path: issuePathSchema,
  message: z.string(),
});

export const getConfigured = endpoint({
  method: "get",
  path: "/configured",
  access: "agent.edit",
  tag,
  summary: "What graphs can rely on: model connections, published agents and stored secrets, by name",
  response: z.object({
    /** `ready`: what its provider needs is there. */
    connections: z.array(z.object({ id: z.string(), name: z.string(), ready: z.boolean() })),
    agents: z.array(z.string()),
    secrets: z.array(z.string()),
  }),
});

export const agentSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  slug: z.string(),
  visibility: z.enum(["workspace", "public"]),
  revision: z.int(),
  liveVersion: z.int().nullable(),
  /** The draft means something else than the live version. */
  changedSinceLive: z.boolean(),
  nodeCount: z.int(),
  /** Whether its graph takes chat messages. */
  chat: z.boolean(),
  lastRun: z.object({ status: z.string(), at: time }).nullable(),
  createdAt: time,
  updatedAt: time,
});
export type AgentSummary = z.infer<typeof agentSchema>;

export const listAgents = endpoint({
  method: "get",
  path: "/agents",
  access: "agent.read",
  tag,
  summary: "Agents of the workspace",
  response: z.object({ items: z.array(agentSchema) }),
});
export const listTemplates = endpoint({
  method: "get",
  path: "/templates",
  access: "agent.read",
  tag,
  summary: "Graphs to start from",
  response: z.object({
    items: z.array(z.object({ id: z.string(), title: z.string(), summary: z.string() })),
  }),
});
export const createAgent = endpoint({
  method: "post",
  path: "/agents",
  access: "agent.edit",
  tag,
  summary: "Create an agent from a template, a copy of another agent, or a document",
  body: z.strictObject({
    name: agentName,
    from: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("template"), template: z.string() }),
        z.strictObject({ kind: z.literal("agent"), agentId: z.string() }),
        z.strictObject({ kind: z.literal("document"), document: z.unknown() }),
      ])
      .default({ kind: "template", template: "blank" }),
  }),
  response: agentSchema,
});
export const getAgent = endpoint({
  method: "get",
  path: "/agents/{id}",
  access: "agent.read",
  tag,
  summary: "An agent with its draft",
  params: idParam,
  response: agentSchema.extend({ draft: graphDocumentSchema }),
});
export const updateAgent = endpoint({
  method: "patch",
  path: "/agents/{id}",
  access: "agent.edit",
  tag,
  summary: "Change name, description, address or who may chat",
  params: idParam,
  body: z.strictObject({
    name: agentName.optional(),
    description: z.string().max(2_000).optional(),
    slug: agentSlug.optional(),
    visibility: z.enum(["workspace", "public"]).optional(),
  }),
  response: agentSchema,
});
export const deleteAgent = endpoint({
  method: "delete",
  path: "/agents/{id}",
  access: "agent.delete",
  tag,
  summary: "Delete an agent; it can be restored for 30 days",
  params: idParam,
});
export const restoreAgent = endpoint({
  method: "post",
  path: "/agents/{id}/restore",
  access: "agent.delete",
  tag,
  summary: "Bring a deleted agent back",
  params: idParam,
  response: agentSchema,
});

/** A stale revision answers 409 `stale_revision` with `data: staleDraftSchema`. */
export const changeDraft = endpoint({
  method: "post",
  path: "/agents/{id}/draft",
  access: "agent.edit",
  tag,
  summary: "Apply operations to the draft",
  params: idParam,
  body: z.strictObject({ revision: z.int().min(1), operations: z.array(operationSchema).min(1).max(500) }),
  response: z.object({ revision: z.int(), issues: z.array(issueSchema) }),
});
/** What a stale editor needs to show what changed. */
export const staleDraftSchema = z.object({
  revision: z.int(),
  draft: graphDocumentSchema,
  changes: z.array(
    z.object({
      revision: z.int(),
      by: z.string().nullable(),
      at: time,
      operations: z.array(operationSchema),
    }),
  ),
});

export const versionSchema = z.object({
  number: z.int(),
  note: z.string(),
  hash: z.string(),
  publishedBy: z.string().nullable(),
  createdAt: time,
  live: z.boolean(),
});
export const listVersions = endpoint({
  method: "get",
  path: "/agents/{id}/versions",
  access: "agent.read",
  tag,
  summary: "Published versions, newest first",
  params: idParam,
  response: z.object({ items: z.array(versionSchema) }),
});
const versionParam = z.strictObject({
  id: z.string().min(1).max(64),
  number: z.coerce.number().int().min(1),
});
export const getVersion = endpoint({
  method: "get",
  path: "/agents/{id}/versions/{number}",
  access: "agent.read",
  tag,
  summary: "A published version with its document",
  params: versionParam,
  response: versionSchema.extend({ document: graphDocumentSchema }),
});
/** Errors in the draft answer 422 `graph_invalid` with the issues as data. */
export const publishAgent = endpoint({
  method: "post",
  path: "/agents/{id}/publish",
  access: "agent.publish",
  tag,
  summary: "Make the draft the next version and put it live",
  params: idParam,
  body: z.strictObject({ revision: z.int().min(1), note: z.string().max(2_000).default("") }),
  response: versionSchema.extend({ warnings: z.array(issueSchema) }),
});
export const updateVersion = endpoint({
  method: "patch",
  path: "/agents/{id}/versions/{number}",
  access: "agent.publish",
  tag,
  summary: "Change the note of a version; its graph never changes",
  params: versionParam,
  body: z.strictObject({ note: z.string().max(2_000) }),
  response: versionSchema,
});
export const activateVersion = endpoint({
  method: "post",
  path: "/agents/{id}/versions/{number}/activate",
  access: "agent.publish",
  tag,
  summary: "Put an earlier version live",
  params: versionParam,
  response: versionSchema,
});
export const unpublishAgent = endpoint({
  method: "post",
  path: "/agents/{id}/unpublish",
  access: "agent.publish",
  tag,
  summary: "Take the agent offline; its versions stay",
  params: idParam,
  response: agentSchema,
});
