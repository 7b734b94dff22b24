import type { ProviderDefinition } from "../provider";

export const openaiDefinition = {
  type: "openai",
  title: "OpenAI",
  summary: "GPT models, straight from OpenAI.",
  key: "required",
  baseUrl: "optional",
  keyPage: "https://platform.openai.com/api-keys",
  defaultModels: ["gpt-6-sol", "gpt-6-luna", "gpt-6-astra", "gpt-5.4-mini"],
  capabilities: { tools: true, structuredOutput: true, reasoning: true, images: true, files: true },
  prices: "openai",
} as const satisfies ProviderDefinition;
