import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import type { ProviderDefinition } from "../provider";

/** @see https://learn.microsoft.com/azure/ai-services/openai/api-version-lifecycle */
export const azureSettings = z.object({
  apiVersion: field(
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}(-preview)?$/, "Enter a version such as 2024-10-21")
      .default("2024-10-21"),
    { label: "API version", help: "As in api-version=… of Azure's own examples.", placeholder: "2024-10-21" },
  ),
});

export const azureDefinition = {
  type: "azure",
  title: "Azure OpenAI",
  summary: "Models that are deployed in a resource of Azure OpenAI or Foundry.",
  key: "required",
  keyHelp: "One of the two keys of the resource.",
  baseUrl: "required",
  baseUrlHelp:
    "The endpoint of the resource, without a path. A model here is the name of a deployment in it.",
  usualBaseUrl: "https://my-resource.openai.azure.com",
  defaultModels: [],
  capabilities: { tools: true, structuredOutput: true, reasoning: true, images: true, files: false },
  settings: azureSettings,
  prices: "azure",
} as const satisfies ProviderDefinition;
