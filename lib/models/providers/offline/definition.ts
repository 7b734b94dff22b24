import type { ProviderDefinition } from "../provider";

export const offlineDefinition = {
  type: "offline",
  title: "Offline model (not an AI)",
  summary:
    "Fixed rules for trying things out with no key: calls matching tools, calculates, quotes, fills schemas.",
  key: "none",
  baseUrl: "fixed",
  defaultModels: ["offline"],
  capabilities: { tools: true, structuredOutput: true, reasoning: false, images: false, files: false },
} as const satisfies ProviderDefinition;
