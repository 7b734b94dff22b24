import { ChatGoogle } from "@langchain/google";
import { googleChat } from "../google-chat";
import type { CreateInput } from "../provider";

const publicAddress = "https://generativelanguage.googleapis.com";

/** Reads nothing from the environment: platform, address and key are given. */
export function createGoogle(input: CreateInput): ChatGoogle {
  const { baseUrl, fetch } = input;
  const key = input.key ?? "none";
  return new ChatGoogle({
    ...googleChat(input),
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
  });
}
