import type { CreateInput } from "./provider";

/** What every model of Google's is made with, wherever it is reached. */
export function googleChat({ model, settings, metadata }: CreateInput) {
  return {
    model,
    temperature: settings.temperature,
    maxOutputTokens: settings.maxTokens,
    topP: settings.topP,
    ...(settings.reasoning && { reasoningEffort: settings.reasoning }),
    streamUsage: true,
    // Repeating a call is the policy of the node, which the trace shows.
    maxRetries: 0,
    metadata,
  };
}
