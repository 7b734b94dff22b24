import { ChatOpenAI } from "@langchain/openai";
import type { CreateInput } from "../provider";

const publicAddress = "https://api.openai.com/v1";

/** Reads nothing from the environment: address, key, organisation and project are given or none. */
export function createOpenAi({ model, key, baseUrl, settings, fetch, metadata }: CreateInput): ChatOpenAI {
  return new ChatOpenAI({
    model,
    apiKey: key ?? "none",
    temperature: settings.temperature,
    maxTokens: settings.maxTokens,
    topP: settings.topP,
    streamUsage: true,
    // Repeating a call is the policy of the node, which the trace shows.
    maxRetries: 0,
    metadata,
    configuration: {
      baseURL: baseUrl ?? publicAddress,
      organization: null,
      project: null,
      maxRetries: 0,
      fetch,
    },
  });
}
