import type { ProviderDefinition } from "../provider";

export const litellmDefinition = {
  type: "litellm",
  title: "LiteLLM",
  summary: "A LiteLLM proxy of your own, in front of any number of providers.",
  key: "optional",
  keyHelp: "A virtual key of the proxy, or its master key.",
  baseUrl: "required",
  usualBaseUrl: "http://localhost:4000/v1",
  defaultModels: [],
  capabilities: { tools: true, structuredOutput: true, reasoning: true, images: true, files: true },
} as const satisfies ProviderDefinition;
