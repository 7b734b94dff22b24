import { ChatGoogle } from "@langchain/google";
import type { CreateInput } from "../provider";

const publicAddress = "https://generativelanguage.googleapis.com";

/** Reads nothing from the environment: platform, address and key are given. */
export function createGoogle(input: CreateInput): ChatGoogle {
  const { model, baseUrl, settings, fetch, metadata } = input;
  const key = input.key ?? "none";
  return new ChatGoogle({
    model,
    apiKey: key,
    platformType: "gai",
    endpoint: baseUrl ?? publicAddress,
    apiClient: {
      hasApiKey: () => true,
      getProjectId: async () => "",
      fetch: (request) => {
        request.headers.set("x-goog-api-key", key);
        return fetch(request);
      },
    },
    temperature: settings.temperature,
    maxOutputTokens: settings.maxTokens,
    topP: settings.topP,
    streamUsage: true,
    // Repeating a call is the policy of the node, which the trace shows.
    maxRetries: 0,
    metadata,
  });
}
