import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import type { ProviderDefinition } from "../provider";

export const vertexSettings = z.object({
  location: field(
    z
      .string()
      // It is part of the address that is called, so nothing else may stand in it.
      .regex(/^(global|[a-z]+(-[a-z]+\d+)?)$/, "Enter a location such as global or europe-west4")
      .default("global"),
    {
      label: "Location",
      help: "Where the model runs. A Vertex API key works with global only.",
      placeholder: "global",
    },
  ),
  project: field(
    z
      .string()
      .regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/, "Enter the project's ID, not its name")
      .optional(),
    {
      label: "Project",
      help: "If it is another one than the service account's.",
      placeholder: "my-project-1",
    },
  ),
});

export const vertexDefinition = {
  type: "vertex",
  title: "Google Vertex AI",
  summary: "Gemini models in your Google Cloud project.",
  key: "required",
  keyHelp: "The JSON file of a service account, pasted whole, or a Vertex API key (express mode).",
  baseUrl: "optional",
  baseUrlHelp: "Only for a private endpoint or a proxy.",
  keyPage: "https://console.cloud.google.com/iam-admin/serviceaccounts",
  defaultModels: ["gemini-3.8-flash", "gemini-3.5-flash-lite", "gemini-3.1-pro-preview"],
  capabilities: { tools: true, structuredOutput: true, reasoning: true, images: true, files: true },
  settings: vertexSettings,
  regionSetting: "location",
  prices: "google",
} as const satisfies ProviderDefinition;
