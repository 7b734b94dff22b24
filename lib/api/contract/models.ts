import { z } from "zod";
import { factsSchema, placeFactsSchema } from "@/workflows/catalogue/facts";
import { endpoint, idParam, time } from "./endpoint";

const tag = "Models";
export const providerTypes = [
  "offline",
  "openai",
  "openai-compatible",
  "anthropic",
  "google",
  "azure",
  "bedrock",
  "vertex",
  "mistral",
  "together",
  "groq",
  "ollama",
  "vllm",
  "llama-stack",
  "litellm",
] as const;

/** A field of a provider's own settings; its value is a text, one of `options` where there are any. */
const connectionFieldSchema = z.object({
  name: z.string(),
  label: z.string(),
  help: z.string().nullable(),
  placeholder: z.string().nullable(),
  required: z.boolean(),
  options: z.array(z.string()).nullable(),
});

/** What settings need to draw a provider's form. */
export const providerSchema = z.object({
  type: z.enum(providerTypes),
  title: z.string(),
  summary: z.string(),
  needsKey: z.boolean(),
  keyHelp: z.string().nullable(),
  needsBaseUrl: z.boolean(),
  baseUrlHelp: z.string().nullable(),
  /** Where its service usually is, to start from. */
  baseUrl: z.string().nullable(),
  defaultModels: z.array(z.string()),
  /** It can be asked which models it has. */
  listsModels: z.boolean(),
  settings: z.array(connectionFieldSchema),
});
export const listProviders = endpoint({
  method: "get",
  path: "/models/providers",
  access: "model.read",
  tag,
  summary: "Kinds of model providers",
  response: z.object({ items: z.array(providerSchema) }),
});

/** Everything a node can name as its model. */
export const listModels = endpoint({
  method: "get",
  path: "/models",
  access: "model.read",
  tag,
  summary: "Models that nodes can use: the offline model and those of every connection",
  response: z.object({
    items: z.array(
      z.object({
        /** `<connectionId>/<model>` or `offline/offline`. */
        reference: z.string(),
        model: z.string(),
        connection: z.string(),
        provider: z.enum(providerTypes),
        /** Micro-dollars per million tokens; null = unknown. */
        inputPrice: z.int().nullable(),
        outputPrice: z.int().nullable(),
        /** What is known of it; what is absent is not known, or not limited. */
        facts: factsSchema,
      }),
    ),
  }),
});

/** What a provider's key allows; absent: as much as one likes. */
export const keyLimitsSchema = z.strictObject({
  requestsPerMinute: z.int().min(1, "At least 1").max(1_000_000, "At most 1,000,000").optional(),
  tokensPerMinute: z.int().min(100, "At least 100").max(1_000_000_000, "At most 1,000,000,000").optional(),
  /** A call that would wait longer fails, so that a fallback is asked. */
  maxWaitSeconds: z.int().min(0, "At least 0").max(3_600, "At most 3,600").optional(),
});
export type KeyLimits = z.infer<typeof keyLimitsSchema>;

export const connectionSchema = z.object({
  id: z.string(),
  provider: z.enum(providerTypes),
  name: z.string(),
  baseUrl: z.string().nullable(),
  keyPreview: z.string().nullable(),
  models: z.array(z.string()),
  allowPrivate: z.boolean(),
  /** Of the provider's own, such as a region; never a secret. */
  settings: z.record(z.string(), z.string()),
  /** What holds for all of its models where nothing is said of one. */
  facts: placeFactsSchema,
  limits: keyLimitsSchema,
  updatedAt: time,
});
const connectionBody = z.strictObject({
  provider: z.enum(providerTypes),
  name: z.string().trim().min(1, "Enter a name").max(120),
  baseUrl: z
    .url({ protocol: /^https?$/, message: "Enter an address that starts with http:// or https://" })
    .optional(),
  /** Left out on update: the stored key stays. */
  key: z.string().min(1).max(20_000).optional(),
  models: z.array(z.string().trim().min(1).max(200)).min(1, "Name at least one model").max(100),
  allowPrivate: z.boolean().default(false),
  settings: z.record(z.string().max(60), z.string().max(500)).default({}),
});
export const listConnections = endpoint({
  method: "get",
  path: "/models/connections",
  access: "model.read",
  tag,
  summary: "Model connections, without their keys",
  response: z.object({ items: z.array(connectionSchema) }),
});
export const createConnection = endpoint({
  method: "post",
  path: "/models/connections",
  access: "model.manage",
  tag,
  summary: "Add a model connection; its key is stored encrypted",
  body: connectionBody,
  response: connectionSchema,
});
export const updateConnection = endpoint({
  method: "put",
  path: "/models/connections/{id}",
  access: "model.manage",
  tag,
  summary: "Change a model connection",
  params: idParam,
  body: connectionBody,
  response: connectionSchema,
});
export const deleteConnection = endpoint({
  method: "delete",
  path: "/models/connections/{id}",
  access: "model.manage",
  tag,
  summary: "Delete a model connection and its key",
  params: idParam,
});
export const ruleConnection = endpoint({
  method: "put",
  path: "/models/connections/{id}/rules",
  access: "model.manage",
  tag,
  summary: "Say what models of a connection may see, where they run, and how many calls its key allows",
  params: idParam,
  body: z.strictObject({ facts: placeFactsSchema.default({}), limits: keyLimitsSchema.default({}) }),
  response: connectionSchema,
});
const testResult = z.object({
  ok: z.boolean(),
  model: z.string(),
  latencyMs: z.int().nullable(),
  /** The provider's own words on failure. */
  error: z.string().nullable(),
  hint: z.string().nullable(),
});
export const testConnection = endpoint({
  method: "post",
  path: "/models/connections/{id}/test",
  access: "model.manage",
  tag,
  summary: "Make one small real call and tell what came back",
  params: idParam,
  body: z.strictObject({ model: z.string().max(200).optional() }),
  response: testResult,
});

const foundModelSchema = z.object({
  /** As calls name it. */
  id: z.string(),
  /** Tokens that fit in, where the provider tells. */
  contextTokens: z.int().nullable(),
});
export const findModels = endpoint({
  method: "post",
  path: "/models/available",
  access: "model.manage",
  tag,
  summary: "Models that a provider says it has, asked with what a connection would have",
  body: connectionBody.omit({ name: true, models: true }).extend({
    /** Its stored key is used where none is given, at its own address alone. */
    connectionId: z.string().max(60).optional(),
  }),
  response: z.object({ items: z.array(foundModelSchema) }),
});

/** Micro-dollars per million tokens. */
export const priceSchema = z.strictObject({
  input: z.int().min(0),
  output: z.int().min(0),
  cachedInput: z.int().min(0).optional(),
});
const overrideSchema = z.object({
  provider: z.enum(providerTypes),
  model: z.string().trim().min(1, "Name the model").max(200),
  price: priceSchema,
});
export const listPriceOverrides = endpoint({
  method: "get",
  path: "/models/prices",
  access: "model.read",
  tag,
  summary: "Prices set by the workspace",
  response: z.object({ items: z.array(overrideSchema) }),
});
export const putPriceOverride = endpoint({
  method: "put",
  path: "/models/prices",
  access: "model.manage",
  tag,
  summary: "Set the price of a model",
  body: overrideSchema.strict(),
  response: overrideSchema,
});
export const deletePriceOverride = endpoint({
  method: "delete",
  path: "/models/prices",
  access: "model.manage",
  tag,
  summary: "Go back to the price list for a model",
  query: z.strictObject({ provider: z.enum(providerTypes), model: z.string().min(1) }),
});
