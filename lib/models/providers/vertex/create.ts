import { ChatGoogle } from "@langchain/google";
import { googleChat } from "../google-chat";
import type { CreateInput } from "../provider";
import { accessToken } from "./access-token";
import { vertexSettings } from "./definition";
import { readServiceAccount } from "./service-account";

/**
 * Reads nothing from the environment: platform, project, location and key are given.
 * @see https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/inference
 */
export function createVertex(input: CreateInput): ChatGoogle {
  const { fetch } = input;
  const { location, project } = vertexSettings.parse(input.account);
  const key = input.key ?? "none";
  const account = readServiceAccount(key);
  return new ChatGoogle({
    ...googleChat(input),
    // Express mode goes by the presence of a key; a service account must not look like one.
    apiKey: account ? "" : key,
    platformType: "gcp",
    location,
    apiClient: {
      hasApiKey: () => account === null,
      getProjectId: async () => project ?? account?.project_id ?? "",
      fetch: async (asked) => {
        const request = input.baseUrl ? movedTo(input.baseUrl, asked) : asked;
        if (account) {
          request.headers.set("authorization", `Bearer ${await accessToken(account, fetch, request.signal)}`);
        } else request.headers.set("x-goog-api-key", key);
        return fetch(request);
      },
    },
  });
}

/** ChatGoogle writes https before every endpoint of Vertex, and nothing between host and version. */
function movedTo(baseUrl: string, request: Request): Request {
  const { pathname, search } = new URL(request.url);
  return new Request(`${baseUrl.replace(/\/+$/, "")}${pathname}${search}`, request);
}
