import type { ProviderDefinition } from "../provider";

export const togetherDefinition = {
  type: "together",
  title: "Together AI",
  summary: "Open models, hosted by Together.",
  key: "required",
  baseUrl: "optional",
  keyPage: "https://api.together.ai/settings/api-keys",
  defaultModels: ["openai/gpt-oss-120b", "meta-llama/Llama-3.3-70B-Instruct-Turbo"],
  capabilities: { tools: true, structuredOutput: true, reasoning: true, images: true, files: false },
  prices: "together",
} as const satisfies ProviderDefinition;
