import type { ProviderDefinition } from "../provider";

export const googleDefinition = {
  type: "google",
  title: "Google",
  summary: "Gemini models by Google's Generative Language API.",
  key: "required",
  baseUrl: "optional",
  keyPage: "https://aistudio.google.com/apikey",
  defaultModels: ["gemini-3.8-flash", "gemini-3.5-flash-lite", "gemini-3.1-pro-preview"],
  capabilities: { tools: true, structuredOutput: true, reasoning: true, images: true, files: true },
  prices: "google",
} as const satisfies ProviderDefinition;
