import type { ProviderDefinition } from "../provider";

export const openaiCompatibleDefinition = {
  type: "openai-compatible",
  title: "OpenAI-compatible",
  summary:
    "Anything that speaks OpenAI's protocol: Ollama, vLLM, Llama Stack, LiteLLM, Together, Groq, Azure.",
  key: "optional",
  baseUrl: "required",
  defaultModels: ["llama3.3"],
  capabilities: { tools: true, structuredOutput: false },
} as const satisfies ProviderDefinition;
