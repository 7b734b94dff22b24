import { z } from "zod";
import { dataRulesSchema } from "@/workflows/catalogue/data-rules";
import { factSources, factsSchema } from "@/workflows/catalogue/facts";
import { endpoint, idParam } from "./endpoint";
import { providerTypes } from "./models";

const tag = "Models";

export const catalogueModelSchema = z.object({
  /** `<connectionId>/<model>` or `offline/offline`. */
  reference: z.string(),
  model: z.string(),
  connection: z.object({ id: z.string(), name: z.string(), provider: z.enum(providerTypes) }),
  /** What is absent is not known, or not limited. */
  facts: factsSchema,
  /** Who says so, by the name of the fact. */
  sources: z.partialRecord(factsSchema.keyof(), z.enum(factSources)),
  /** Micro-dollars per million tokens; null = unknown. */
  inputPrice: z.int().nullable(),
  outputPrice: z.int().nullable(),
  /** How long half of its latest calls took at most; null where fewer than three are known of the last day. */
  latencyMs: z.int().nullable(),
});

export const listCatalogue = endpoint({
  method: "get",
  path: "/models/catalogue",
  access: "model.read",
  tag,
  summary: "What is known of each model: abilities, sizes, prices, latency, and who may ask it about what",
  response: z.object({ items: z.array(catalogueModelSchema) }),
});
export const chooseFacts = endpoint({
  method: "put",
  path: "/models/catalogue",
  access: "model.manage",
  tag,
  summary: "Correct what is known of a model; what is left out goes back to what lists say",
  body: z.strictObject({
    connectionId: z.string().min(1).max(64),
    model: z.string().min(1).max(200),
    facts: factsSchema,
  }),
  response: catalogueModelSchema,
});
export const refreshFacts = endpoint({
  method: "post",
  path: "/models/connections/{id}/catalogue",
  access: "model.manage",
  tag,
  summary: "Ask the provider what its models can, and keep its answer",
  params: idParam,
  /** How many of the connection's models its list knows. */
  response: z.object({ known: z.int() }),
});

export const getDataRules = endpoint({
  method: "get",
  path: "/workspace/data-rules",
  access: "model.read",
  tag,
  summary: "What the workspace asks of models that see its data",
  response: dataRulesSchema,
});
export const setDataRules = endpoint({
  method: "put",
  path: "/workspace/data-rules",
  access: "workspace.manage",
  tag,
  summary: "Choose which class the workspace's data has and where models that see it have to run",
  body: dataRulesSchema,
  response: dataRulesSchema,
});
export const getAgentDataRules = endpoint({
  method: "get",
  path: "/agents/{id}/data-rules",
  access: "agent.read",
  tag,
  summary: "What the agent asks of models beyond its workspace",
  params: idParam,
  response: dataRulesSchema,
});
export const setAgentDataRules = endpoint({
  method: "put",
  path: "/agents/{id}/data-rules",
  access: "agent.edit",
  tag,
  summary: "Choose which class the agent's data has and where models that see it have to run",
  params: idParam,
  body: dataRulesSchema,
  response: dataRulesSchema,
});
