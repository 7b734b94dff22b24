import { z } from "zod";
import type { Facts } from "@/workflows/catalogue/facts";
import type { FoundModel, ListModels } from "./found-model";
import { listJson } from "./list-json";

const model = z.looseObject({
  id: z.string(),
  /** Together says what a model is for, Mistral what it can do. */
  type: z.string().optional(),
  capabilities: z
    .looseObject({
      completion_chat: z.boolean().optional(),
      function_calling: z.boolean().optional(),
      vision: z.boolean().optional(),
    })
    .optional(),
  model_type: z.string().optional(),
  // The same fact by the names of Together, Groq, vLLM and Mistral.
  context_length: z.number().nullish(),
  context_window: z.number().nullish(),
  max_model_len: z.number().nullish(),
  max_context_length: z.number().nullish(),
  /** Groq. */
  max_completion_tokens: z.number().nullish(),
});
/** Together sends the list bare. */
const list = z.union([z.array(model), z.looseObject({ data: z.array(model) }).transform(({ data }) => data)]);

const notForChat: ReadonlySet<string> = new Set([
  "embedding",
  "rerank",
  "image",
  "audio",
  "moderation",
  "video",
]);

/** GET {base}/models, as OpenAI has it and those have who speak its protocol. */
export function listOpenAiWire(publicAddress: string): ListModels {
  return async (input) => {
    const base = (input.baseUrl ?? publicAddress).replace(/\/+$/, "");
    const headers: Record<string, string> =
      input.key === null ? {} : { authorization: `Bearer ${input.key}` };
    const found = await listJson(input, `${base}/models`, headers, list);
    return found.filter(isForChat).map(toFound);
  };
}

function isForChat({ type, model_type, capabilities }: z.infer<typeof model>): boolean {
  return !notForChat.has(type ?? model_type ?? "") && capabilities?.completion_chat !== false;
}

function toFound({ id, ...facts }: z.infer<typeof model>): FoundModel {
  const { context_length, context_window, max_model_len, max_context_length } = facts;
  const { capabilities, max_completion_tokens: outputTokens } = facts;
  const said: Facts = {
    ...(capabilities?.function_calling !== undefined && { tools: capabilities.function_calling }),
    ...(capabilities?.vision !== undefined && { images: capabilities.vision }),
    ...(outputTokens && { outputTokens }),
  };
  return {
    id,
    contextTokens: context_length ?? context_window ?? max_model_len ?? max_context_length ?? null,
    ...(Object.keys(said).length > 0 && { facts: said }),
  };
}
