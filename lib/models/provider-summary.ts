import type { z } from "zod";
import type { providerSchema } from "@/lib/api/contract/models";
import { fieldHints } from "@/workflows/nodes/field";
import type { Provider } from "./providers/provider";
import { providers } from "./providers/registry";

export type ProviderSummary = z.infer<typeof providerSchema>;
type ConnectionField = ProviderSummary["settings"][number];

/** Every provider as the settings draw its form. */
export function listProviders(): ProviderSummary[] {
  return Object.values(providers).map(({ definition, list }: Provider) => ({
    type: definition.type,
    title: definition.title,
    summary: definition.summary,
    needsKey: definition.key === "required",
    keyHelp: definition.keyHelp ?? null,
    needsBaseUrl: definition.baseUrl === "required",
    baseUrlHelp: definition.baseUrlHelp ?? null,
    baseUrl: definition.usualBaseUrl ?? null,
    defaultModels: [...definition.defaultModels],
    listsModels: list !== undefined,
    settings: Object.entries(definition.settings?.shape ?? {}).map(([name, schema]) => toField(name, schema)),
  }));
}

function toField(name: string, schema: z.ZodType): ConnectionField {
  const hints = fieldHints(schema);
  return {
    name,
    label: hints?.label ?? name,
    help: hints?.help ?? null,
    placeholder: hints?.placeholder ?? null,
    required: !schema.safeParse(undefined).success,
    options: null,
  };
}
