import { z } from "zod";
import type { ListModels } from "../found-model";
import { listJson } from "../list-json";
import { ollamaBase } from "./address";

const list = z.looseObject({ models: z.array(z.looseObject({ name: z.string() })) });

/** What has been pulled: https://docs.ollama.com/api/tags */
export const listOllama: ListModels = async (input) => {
  const base = ollamaBase(input.baseUrl);
  const headers: Record<string, string> = input.key === null ? {} : { authorization: `Bearer ${input.key}` };
  const { models } = await listJson(input, `${base}/api/tags`, headers, list);
  return models.map(({ name }) => ({ id: name, contextTokens: null }));
};
