import type { ProviderDefinition } from "../provider";

export const mistralDefinition = {
  type: "mistral",
  title: "Mistral",
  summary: "Mistral's models, straight from Mistral.",
  key: "required",
  baseUrl: "optional",
  keyPage: "https://console.mistral.ai/api-keys",
  defaultModels: ["mistral-large-latest", "mistral-medium-latest", "mistral-small-latest"],
  capabilities: { tools: true, structuredOutput: true, reasoning: true, images: true, files: false },
  prices: "mistral",
} as const satisfies ProviderDefinition;
