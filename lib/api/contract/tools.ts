import { z } from "zod";
import { toolStates } from "@/workflows/graph/configured";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { answerScopes } from "@/workflows/graph/kept-answers";
import { principals } from "@/workflows/graph/principal";
import { toolNameSchema } from "@/workflows/tools/tool-name";
import { endpoint, idParam, time } from "./endpoint";

const tag = "Tools";
/** What can be imported. */
export const importKinds = ["openapi", "mcp"] as const;
export type ImportKind = (typeof importKinds)[number];
/** `code`: a workspace's own tools, which people write here. */
export const sourceKinds = [...importKinds, "code"] as const;
export type SourceKindName = (typeof sourceKinds)[number];

const secretName = z.string().trim().min(1, "Choose a secret").max(120);
const webAddress = z
  .url({ protocol: /^https?$/, message: "Enter an address that starts with http:// or https://" })
  .max(2_000);

/** How calls of a source say who they are; secrets stand here by name alone. */
export const sourceAuthSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("none") }),
  z.strictObject({ type: z.literal("bearer"), secret: secretName }),
  z.strictObject({
    type: z.literal("header"),
    name: z.string().regex(/^[\w!#$%&'*+.^`|~-]{1,100}$/, "Enter the name of a header, such as X-API-Key"),
    secret: secretName,
  }),
  z.strictObject({
    type: z.literal("query"),
    name: z.string().trim().min(1, "Enter the name of the parameter").max(100),
    secret: secretName,
  }),
  /** A sign-in that somebody made by `POST /tools/grants`; MCP servers alone. */
  z.strictObject({ type: z.literal("oauth"), grant: z.string().min(1, "Sign in first").max(64) }),
  z.strictObject({
    type: z.literal("basic"),
    username: z.string().min(1, "Enter the user name").max(200),
    secret: secretName,
  }),
]);
export type SourceAuth = z.infer<typeof sourceAuthSchema>;

/** Where a source is and how it is called. */
export const sourceSettingsSchema = z.strictObject({
  kind: z.enum(sourceKinds),
  /** What calls begin with: the base URL of an API, the address of an MCP server. */
  address: webAddress.nullable().default(null),
  /** Where the description of an API is fetched from; null: it was pasted. */
  describedAt: webAddress.nullable().default(null),
  auth: sourceAuthSchema.default({ type: "none" }),
  /** The command of an MCP server, by the name that the operator gave it; instead of an address. */
  command: z.string().min(1).max(100).nullable().default(null),
  /** Its own host may be on a private network. */
  allowPrivate: z.boolean().default(false),
});
export type SourceSettings = z.infer<typeof sourceSettingsSchema>;

/** The description itself, where it is pasted. */
const pasted = z.string().max(2_000_000, "Larger than 2 MB: let it be fetched from an address").optional();

export const effects = ["read", "repeatable", "act"] as const;
/** `read` changes nothing, `repeatable` changes nothing more when it is called again, `act` acts each time. */
export type Effect = (typeof effects)[number];

const offerSchema = z.object({
  key: z.string(),
  group: z.string(),
  /** As models would call it. */
  name: z.string(),
  title: z.string(),
  description: z.string(),
  /** Names of what it takes; required ones first. */
  arguments: z.array(z.object({ name: z.string(), required: z.boolean() })),
  effect: z.enum(effects),
  /** It is one of the workspace's tools already. */
  chosen: z.boolean(),
});

const catalogueSchema = z.object({
  title: z.string(),
  version: z.string().nullable(),
  /** What the source says calls begin with. */
  address: z.string().nullable(),
  offers: z.array(offerSchema),
  /** What could not be read or taken over. */
  notes: z.array(z.string()),
  /** Names this very catalogue: what is chosen must be what was seen. */
  fingerprint: z.string(),
});

export const toolSettingsSchema = z.strictObject({
  enabled: z.boolean().default(true),
  /** A person is asked before each call. */
  asks: z.boolean().default(false),
  timeoutMs: z.int().min(100).max(300_000).default(30_000),
  /** How long an answer of a tool that only reads is given again for the same arguments; 0: not at all. */
  cacheSeconds: z.int().min(0).max(86_400).default(0),
  /** Whom a kept answer may serve. */
  cacheScope: z.enum(answerScopes).default("workspace"),
  /** Calls a minute in each process; null: as many as come. */
  perMinute: z.int().min(1).max(100_000).nullable().default(null),
  /** For whose runs it may be used; null: for everybody's. */
  usableFor: z
    .array(z.enum(principals))
    .min(1, "Choose at least one, or allow it for everybody")
    .nullable()
    .default(null),
});
export type ToolSettings = z.infer<typeof toolSettingsSchema>;

/** What of a tool can change at its source. */
export const changedParts = ["description", "arguments", "effect", "call"] as const;

export const sourceToolSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  key: z.string(),
  name: z.string(),
  group: z.string(),
  title: z.string(),
  description: z.string(),
  parameters: jsonObjectSchema,
  effect: z.enum(effects),
  state: z.enum(toolStates),
  /** Counts up with each approval of a change. */
  version: z.int(),
  settings: toolSettingsSchema,
  /** What its source says of it now, where that waits for approval. */
  pending: z
    .object({
      hash: z.string(),
      changed: z.array(z.enum(changedParts)),
      description: z.string(),
      parameters: jsonObjectSchema,
      effect: z.enum(effects),
    })
    .nullable(),
  /** Calls that kept answers could serve, and how many of them they did. */
  kept: z.object({ calls: z.int(), hits: z.int() }),
  approvedAt: time,
});

export const sourceSchema = sourceSettingsSchema.extend({
  kind: z.enum(importKinds),
  id: z.string(),
  name: z.string(),
  version: z.string().nullable(),
  /** Its description is kept here, because it was pasted. */
  pasted: z.boolean(),
  tools: z.int(),
  /** How many of them are refused until somebody looks at their change. */
  waiting: z.int(),
  lastContactAt: time.nullable(),
  lastError: z.string().nullable(),
  /** The end of what its command said on stderr when it ran last. */
  lastStderr: z.string().nullable(),
  updatedAt: time,
});

export const listSources = endpoint({
  method: "get",
  path: "/tools/sources",
  access: "tool.read",
  tag,
  summary: "Tool sources of the workspace: imported API descriptions and MCP servers",
  response: z.object({ items: z.array(sourceSchema) }),
});
export const getSource = endpoint({
  method: "get",
  path: "/tools/sources/{id}",
  access: "tool.read",
  tag,
  summary: "A tool source with its tools",
  params: idParam,
  response: z.object({ source: sourceSchema, tools: z.array(sourceToolSchema) }),
});
const grantSchema = z.object({
  id: z.string(),
  address: z.string(),
  signedInBy: z.string().nullable(),
  signedInAt: time.nullable(),
});
export const startGrant = endpoint({
  method: "post",
  path: "/tools/grants",
  access: "tool.manage",
  tag,
  summary: "Begin to sign in at an MCP server by OAuth: where the person goes to allow it",
  body: z.strictObject({ address: webAddress, allowPrivate: z.boolean().default(false) }),
  response: z.object({ id: z.string(), authorizeUrl: z.string() }),
});
export const getGrant = endpoint({
  method: "get",
  path: "/tools/grants/{id}",
  access: "tool.manage",
  tag,
  summary: "A sign-in at an MCP server, without its tokens",
  params: idParam,
  response: grantSchema,
});
export const finishGrant = endpoint({
  method: "post",
  path: "/tools/grants/{id}/finish",
  access: "tool.manage",
  tag,
  summary: "End a sign-in with what the authorization server sent back",
  params: idParam,
  body: z.strictObject({
    code: z.string().min(1).max(4_000),
    state: z.string().min(1).max(200),
    iss: z.string().max(2_000).optional(),
  }),
  response: grantSchema,
});
export const listCommands = endpoint({
  method: "get",
  path: "/tools/commands",
  access: "tool.read",
  tag,
  summary: "Commands of MCP servers that the operator lets be started, by name",
  response: z.object({ items: z.array(z.object({ name: z.string() })) }),
});
export const discoverTools = endpoint({
  method: "post",
  path: "/tools/discover",
  access: "tool.manage",
  tag,
  summary: "Read a description or ask a server, and list what could be imported",
  body: sourceSettingsSchema.extend({ kind: z.enum(importKinds), document: pasted }),
  response: catalogueSchema,
});
export const createSource = endpoint({
  method: "post",
  path: "/tools/sources",
  access: "tool.manage",
  tag,
  summary: "Import the chosen operations or tools of a source",
  body: sourceSettingsSchema.extend({
    kind: z.enum(importKinds),
    name: z.string().trim().min(1, "Enter a name").max(120),
    document: pasted,
    /** Of the catalogue in which they were chosen. */
    fingerprint: z.string().max(100),
    keys: z.array(z.string().max(2_000)).min(1, "Choose at least one").max(1_000),
  }),
  response: sourceSchema,
});
export const updateSource = endpoint({
  method: "put",
  path: "/tools/sources/{id}",
  access: "tool.manage",
  tag,
  summary: "Change name, address or credentials of a tool source",
  params: idParam,
  body: sourceSettingsSchema.omit({ kind: true }).extend({
    name: z.string().trim().min(1, "Enter a name").max(120),
  }),
  response: sourceSchema,
});
export const deleteSource = endpoint({
  method: "delete",
  path: "/tools/sources/{id}",
  access: "tool.manage",
  tag,
  summary: "Delete a tool source and its tools",
  params: idParam,
});
export const rediscoverTools = endpoint({
  method: "post",
  path: "/tools/sources/{id}/discover",
  access: "tool.manage",
  tag,
  summary: "What a source offers now, imported or not",
  params: idParam,
  response: catalogueSchema,
});
export const chooseTools = endpoint({
  method: "put",
  path: "/tools/sources/{id}/tools",
  access: "tool.manage",
  tag,
  summary: "Choose which operations or tools of a source are imported; the others are removed",
  params: idParam,
  body: z.strictObject({
    fingerprint: z.string().max(100),
    keys: z.array(z.string().max(2_000)).min(1, "Choose at least one").max(1_000),
  }),
  response: sourceSchema,
});
export const checkSource = endpoint({
  method: "post",
  path: "/tools/sources/{id}/check",
  access: "tool.manage",
  tag,
  summary: "Look for changes; changed tools are refused until they are approved",
  params: idParam,
  body: z.strictObject({ document: pasted }),
  response: z.object({
    source: sourceSchema,
    version: z.string().nullable(),
    added: z.array(z.string()),
    removed: z.array(z.string()),
    changed: z.array(z.object({ key: z.string(), changed: z.array(z.enum(changedParts)) })),
  }),
});
export const approveTools = endpoint({
  method: "post",
  path: "/tools/sources/{id}/approve",
  access: "tool.manage",
  tag,
  summary: "Approve what changed in tools of a source, as it was seen",
  params: idParam,
  body: z.strictObject({
    tools: z
      .array(z.strictObject({ id: z.string().max(64), hash: z.string().max(100) }))
      .min(1)
      .max(1_000),
  }),
  response: sourceSchema,
});
export const updateTool = endpoint({
  method: "put",
  path: "/tools/{id}",
  access: "tool.manage",
  tag,
  summary: "Change the name and the settings of an imported tool",
  params: idParam,
  body: z.strictObject({ name: toolNameSchema, settings: toolSettingsSchema }),
  response: sourceToolSchema,
});
export const tryTool = endpoint({
  method: "post",
  path: "/tools/{id}/try",
  access: "tool.try",
  tag,
  summary: "Make a real call of an imported tool and tell what came back",
  params: idParam,
  body: z.strictObject({ arguments: jsonObjectSchema }),
  response: z.object({
    ok: z.boolean(),
    result: z.string().nullable(),
    error: z.string().nullable(),
    hint: z.string().nullable(),
    durationMs: z.int(),
  }),
});
