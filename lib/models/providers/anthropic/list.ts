import { z } from "zod";
import type { ListModels } from "../found-model";
import { listJson } from "../list-json";

const list = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.string(),
      max_input_tokens: z.number().nullish(),
      max_tokens: z.number().nullish(),
    }),
  ),
});

/** @see https://docs.anthropic.com/en/api/models-list */
export const listAnthropic: ListModels = async (input) => {
  const base = (input.baseUrl ?? "https://api.anthropic.com").replace(/\/+$/, "");
  const headers = { "x-api-key": input.key ?? "none", "anthropic-version": "2023-06-01" };
  const { data } = await listJson(input, `${base}/v1/models?limit=1000`, headers, list);
  return data.map(({ id, max_input_tokens, max_tokens: outputTokens }) => ({
    id,
    contextTokens: max_input_tokens ?? null,
    ...(outputTokens && { facts: { outputTokens } }),
  }));
};
