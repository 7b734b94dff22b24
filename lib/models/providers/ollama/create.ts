import type { CreateInput } from "../provider";
import { ollamaBase } from "./address";
import { ollamaSettings } from "./definition";
import { OllamaModel } from "./ollama-model";

/**
 * By Ollama's own protocol, because only there a call says how much context the server keeps.
 * @see https://docs.ollama.com/api/chat
 */
export function createOllama(input: CreateInput): OllamaModel {
  const { model, key, baseUrl, settings, fetch, metadata } = input;
  const { contextTokens } = ollamaSettings.parse(input.account);
  return new OllamaModel({
    model,
    baseUrl: ollamaBase(baseUrl),
    // Given in any case: for ollama.com the client would take a key from the environment.
    headers: { authorization: `Bearer ${key ?? "none"}` },
    temperature: settings.temperature,
    numPredict: settings.maxTokens,
    topP: settings.topP,
    numCtx: contextTokens,
    ...(settings.reasoning && { effort: /gpt-oss/.test(model) ? settings.reasoning : true }),
    // Repeating a call is the policy of the node, which the trace shows.
    maxRetries: 0,
    metadata,
    fetch,
  });
}
