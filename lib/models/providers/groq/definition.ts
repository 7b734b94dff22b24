import type { ProviderDefinition } from "../provider";

export const groqDefinition = {
  type: "groq",
  title: "Groq",
  summary: "Open models on Groq's fast hardware.",
  key: "required",
  baseUrl: "optional",
  keyPage: "https://console.groq.com/keys",
  defaultModels: ["openai/gpt-oss-120b", "openai/gpt-oss-20b", "llama-3.3-70b-versatile"],
  capabilities: { tools: true, structuredOutput: true, reasoning: true, images: true, files: false },
  prices: "groq",
} as const satisfies ProviderDefinition;
