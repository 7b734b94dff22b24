import type { CreateInput } from "../provider";
import { CountedAnthropic } from "./counted-anthropic";
import { thinkingFields } from "./thinking";

const publicAddress = "https://api.anthropic.com";

/** Reads nothing from the environment; `authToken: null` keeps the SDK from looking for one. */
export function createAnthropic({
  model,
  key,
  baseUrl,
  settings,
  fetch,
  metadata,
}: CreateInput): CountedAnthropic {
  return new CountedAnthropic({
    model,
    apiKey: key ?? "none",
    anthropicApiUrl: baseUrl ?? publicAddress,
    ...thinkingFields(model, settings),
    cachePrompt: settings.cachePrompt ?? false,
    streamUsage: true,
    // Repeating a call is the policy of the node, which the trace shows.
    maxRetries: 0,
    metadata,
    clientOptions: { fetch, authToken: null },
  });
}
