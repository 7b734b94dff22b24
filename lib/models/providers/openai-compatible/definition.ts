import type { ProviderDefinition } from "../provider";

export const openaiCompatibleDefinition = {
  type: "openai-compatible",
  title: "OpenAI-compatible",
  summary: "Any other service that speaks OpenAI's protocol.",
  baseUrlHelp: "The address of the service, up to and with its version, such as /v1.",
  key: "optional",
  baseUrl: "required",
  defaultModels: ["llama3.3"],
  capabilities: { tools: true, structuredOutput: false, reasoning: true, images: true, files: false },
  prices: "by-address",
} as const satisfies ProviderDefinition;
