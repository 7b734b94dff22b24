import type { ProviderDefinition } from "../provider";

export const llamaStackDefinition = {
  type: "llama-stack",
  title: "Llama Stack",
  summary: "A Llama Stack server of your own.",
  key: "optional",
  keyHelp: "Only if the server asks for one.",
  baseUrl: "required",
  baseUrlHelp: "Up to and with /v1. Servers before 0.3 have it under /v1/openai/v1.",
  usualBaseUrl: "http://localhost:8321/v1",
  defaultModels: [],
  capabilities: { tools: true, structuredOutput: true, reasoning: true, images: true, files: false },
} as const satisfies ProviderDefinition;
