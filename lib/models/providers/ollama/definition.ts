import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import type { ProviderDefinition } from "../provider";

const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{2,6}$/, "Enter a whole number of tokens, such as 16384")
  .transform(Number);

export const ollamaSettings = z.object({
  contextTokens: field(wholeNumber.optional(), {
    label: "Context size",
    help: "Tokens of input and answer together. Ollama cuts off what is beyond, without a word. Left empty, the server's own size.",
    placeholder: "16384",
  }),
});

export const ollamaDefinition = {
  type: "ollama",
  title: "Ollama",
  summary: "Open models on a machine of your own.",
  key: "optional",
  keyHelp: "Only behind a proxy that asks for one, or for ollama.com.",
  baseUrl: "required",
  baseUrlHelp: "Without a path. On this machine, also allow private addresses below.",
  usualBaseUrl: "http://localhost:11434",
  defaultModels: [],
  capabilities: { tools: true, structuredOutput: true, reasoning: true, images: true, files: false },
  settings: ollamaSettings,
} as const satisfies ProviderDefinition;
