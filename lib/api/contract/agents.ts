import { z } from "zod";
import { factsSchema } from "@/workflows/catalogue/facts";
import { channelTypes, reducers } from "@/workflows/graph/channel";
import { toolStates } from "@/workflows/graph/configured";
import { graphDocumentSchema } from "@/workflows/graph/document";
import { issueCodes } from "@/workflows/graph/issue";
import { operationSchema } from "@/workflows/graph/operation";
import { principals } from "@/workflows/graph/principal";
import { portMeanings } from "@/workflows/nodes/port";
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

const channelThere = {
  channel: z.string(),
  type: z.enum(channelTypes),
  description: z.string().optional(),
};
const knownAgentSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  isDeleted: z.boolean(),
  /** null: it is not published. */
  liveVersion: z.int().nullable(),
  newestVersion: z.int(),
  /** What the live version takes and gives, and what the pinned ones do. */
  signatures: z.array(
    z.object({
      version: z.int(),
      inputs: z.array(z.object({ ...channelThere, reducer: z.enum(reducers), required: z.boolean() })),
      outputs: z.array(z.object(channelThere)),
    }),
  ),
});
const pinnedCalls = z
  .string()
  .max(4_000)
  .regex(/^[a-z0-9-]+@\d{1,7}(,[a-z0-9-]+@\d{1,7})*$/, "Write agent@version, with commas between")
  .transform((text) =>
    text.split(",").map((call) => {
      const [slug = "", version] = call.split("@");
      return { slug, version: Number(version) };
    }),
  );

export const getConfigured = endpoint({
  method: "get",
  path: "/configured",
  access: "agent.edit",
  tag,
  summary:
    "What graphs can rely on: model connections, agents to call, imported tools and stored secrets, by name",
  /** `pinned`: versions of agents whose inputs and outputs are wanted, as `order-help@3,clerk@1`. */
  query: z.strictObject({ pinned: pinnedCalls.optional() }),
  response: z.object({
    /** `ready`: what its provider needs is there. */
    connections: z.array(z.object({ id: z.string(), name: z.string(), ready: z.boolean() })),
    /** Names that stand for models. */
    slots: z.array(z.string()),
    /** What is known of models and slots, by reference. */
    models: z.array(z.object({ reference: z.string(), name: z.string(), facts: factsSchema })).optional(),
    agents: z.array(knownAgentSchema),
    secrets: z.array(z.string()),
    tools: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        title: z.string(),
        source: z.string(),
        repeatable: z.boolean(),
        state: z.enum(toolStates),
        version: z.int().nullable(),
        usableFor: z.array(z.enum(principals)).nullable(),
      }),
    ),
    /** Of the prompt library, with what each version asks for, newest first. */
    prompts: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          versions: z.array(z.object({ number: z.int(), variables: z.array(z.string()) })),
        }),
      )
      .optional(),
  }),
});

export const agentSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  slug: z.string(),
  visibility: z.enum(["workspace", "public"]),
  /** Who chats with it can say what they think of its answers. */
  asksFeedback: z.boolean(),
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
const cardSchema = z.object({
  ports: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      meaning: z.enum(portMeanings),
      optional: z.boolean().optional(),
    }),
  ),
  line: z.string(),
  writes: z.array(z.string()),
});

export const getAgent = endpoint({
  method: "get",
  path: "/agents/{id}",
  access: "agent.read",
  tag,
  summary: "An agent with its draft; with `cards=true` also what is to be drawn on each node of it",
  params: idParam,
  query: z.strictObject({ cards: z.literal("true").optional() }),
  response: agentSchema.extend({
    draft: graphDocumentSchema,
    /** By node: the ports of its type, its key setting in words, and the channels that it writes. */
    cards: z.record(z.string(), cardSchema).optional(),
  }),
});
export const updateAgent = endpoint({
  method: "patch",
  path: "/agents/{id}",
  access: "agent.edit",
  tag,
  summary: "Change name, description, address, who may chat, and whether they are asked for feedback",
  params: idParam,
  body: z.strictObject({
    name: agentName.optional(),
    description: z.string().max(2_000).optional(),
    slug: agentSlug.optional(),
    visibility: z.enum(["workspace", "public"]).optional(),
    asksFeedback: z.boolean().optional(),
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
