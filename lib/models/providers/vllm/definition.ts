import type { ProviderDefinition } from "../provider";

export const vllmDefinition = {
  type: "vllm",
  title: "vLLM",
  summary: "A vLLM server of your own.",
  key: "optional",
  keyHelp: "Only if the server was started with --api-key.",
  baseUrl: "required",
  usualBaseUrl: "http://localhost:8000/v1",
  defaultModels: [],
  capabilities: { tools: true, structuredOutput: true, reasoning: true, images: true, files: false },
} as const satisfies ProviderDefinition;
