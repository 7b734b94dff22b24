import { z } from "zod";
import type { ListModels } from "../found-model";
import { listJson } from "../list-json";

const list = z.looseObject({
  models: z.array(
    z.looseObject({
      name: z.string(),
      inputTokenLimit: z.number().optional(),
      outputTokenLimit: z.number().optional(),
      thinking: z.boolean().optional(),
      supportedGenerationMethods: z.array(z.string()).optional(),
    }),
  ),
});

/** @see https://ai.google.dev/api/models#method:-models.list */
export const listGoogle: ListModels = async (input) => {
  const base = (input.baseUrl ?? "https://generativelanguage.googleapis.com").replace(/\/+$/, "");
  const headers = { "x-goog-api-key": input.key ?? "none" };
  const { models } = await listJson(input, `${base}/v1beta/models?pageSize=1000`, headers, list);
  return models
    .filter(({ supportedGenerationMethods: methods }) => methods?.includes("generateContent") ?? true)
    .map(({ name, inputTokenLimit, outputTokenLimit: outputTokens, thinking: reasoning }) => ({
      id: name.replace(/^models\//, ""),
      contextTokens: inputTokenLimit ?? null,
      ...((outputTokens || reasoning !== undefined) && {
        facts: { ...(outputTokens && { outputTokens }), ...(reasoning !== undefined && { reasoning }) },
      }),
    }));
};
