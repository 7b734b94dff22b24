import { z } from "zod";
import { endpoint, idParam, time } from "./endpoint";

const tag = "Models";
export const providerTypes = ["offline", "openai", "openai-compatible", "anthropic", "google"] as const;

/** What settings need to draw a provider's form. */
export const providerSchema = z.object({
  type: z.enum(providerTypes),
  title: z.string(),
  summary: z.string(),
  needsKey: z.boolean(),
  needsBaseUrl: z.boolean(),
  defaultModels: z.array(z.string()),
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
      }),
    ),
  }),
});

export const connectionSchema = z.object({
  id: z.string(),
  provider: z.enum(providerTypes),
  name: z.string(),
  baseUrl: z.string().nullable(),
  keyPreview: z.string().nullable(),
  models: z.array(z.string()),
  allowPrivate: z.boolean(),
  updatedAt: time,
});
const connectionBody = z.strictObject({
  provider: z.enum(providerTypes),
  name: z.string().trim().min(1, "Enter a name").max(120),
  baseUrl: z
    .url({ protocol: /^https?$/, message: "Enter an address that starts with http:// or https://" })
    .optional(),
  /** Left out on update: the stored key stays. */
  key: z.string().min(1).max(2_000).optional(),
  models: z.array(z.string().trim().min(1).max(200)).min(1, "Name at least one model").max(100),
  allowPrivate: z.boolean().default(false),
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
