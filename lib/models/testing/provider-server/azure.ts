import { openaiChat } from "./openai-chat";
import type { Dialect } from "./wire";

/**
 * Azure's POST /openai/deployments/{deployment}/chat/completions?api-version=…: OpenAI's bodies, but the model is in
 * the path and the key in `api-key`. https://learn.microsoft.com/azure/ai-services/openai/reference
 */
export const azure: Dialect = {
  ...openaiChat,
  name: "azure",
  read(path, headers, body, search) {
    const deployment = /^\/openai\/deployments\/([^/]+)\/chat\/completions$/.exec(path)?.[1];
    const version = new URLSearchParams(search).get("api-version");
    const key = headers.get("api-key");
    if (!deployment || !version || key === null) return null;
    const request = openaiChat.read(path, headers, body, search);
    return request && { ...request, dialect: "azure", model: decodeURIComponent(deployment), key };
  },
};
