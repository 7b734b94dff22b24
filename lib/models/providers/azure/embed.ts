import { inOrder, openAiBody, openAiVectors } from "../embed-openai-wire";
import { postJson } from "../post-json";
import type { Embeddings } from "../text-call";
import { azureSettings } from "./definition";

/** @see https://learn.microsoft.com/azure/ai-services/openai/reference#embeddings */
export const azureEmbeddings: Embeddings = {
  batch: 256,
  embed: async (input) => {
    const { apiVersion } = azureSettings.parse(input.account);
    const endpoint = (input.baseUrl ?? "").replace(/\/+$/, "");
    const url = `${endpoint}/openai/deployments/${encodeURIComponent(input.model)}/embeddings?api-version=${apiVersion}`;
    const headers = { "api-key": input.key ?? "none" };
    return inOrder(await postJson(input, url, headers, openAiBody(input), openAiVectors), input);
  },
};
