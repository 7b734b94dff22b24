import type { ProviderDefinition } from "../provider";

export const anthropicDefinition = {
  type: "anthropic",
  title: "Anthropic",
  summary: "Claude models, straight from Anthropic.",
  key: "required",
  baseUrl: "optional",
  keyPage: "https://console.anthropic.com/settings/keys",
  defaultModels: ["claude-sonnet-5", "claude-opus-5-5", "claude-haiku-4-5"],
  capabilities: { tools: true, structuredOutput: true, reasoning: true, images: true, files: true },
  prices: "anthropic",
} as const satisfies ProviderDefinition;
