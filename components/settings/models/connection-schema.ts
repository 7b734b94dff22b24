import { z } from "zod";
import type { CallInput } from "@/lib/api/contract/endpoint";
import { createConnection, type findModels } from "@/lib/api/contract/models";
import type { Connection, Provider } from "../items";

/** The names in a text: one a line, or divided by commas; each once. */
export function modelNames(text: string): string[] {
  const names = text.split(/[\n,]/).map((name) => name.trim());
  return [...new Set(names.filter(Boolean))];
}

const body = createConnection.body;

/** What the contract asks, with the models as the text that a person types. */
export function connectionFormSchema(provider: Provider, keyIsStored: boolean) {
  const needsKey = provider.needsKey && !keyIsStored;
  return body
    .extend({
      settings: body.shape.settings.transform(withoutEmpty),
      models: z.string().transform(modelNames).pipe(body.shape.models),
    })
    .superRefine(({ settings }, context) => {
      for (const { name, label, required } of provider.settings) {
        if (!required || settings[name]) continue;
        context.addIssue({
          code: "custom",
          path: ["settings", name],
          message: `Enter the ${label.toLowerCase()}`,
        });
      }
    })
    .refine((values) => values.baseUrl || !provider.needsBaseUrl, {
      path: ["baseUrl"],
      message: "Enter the address of the service",
    })
    .refine((values) => values.key || !needsKey, { path: ["key"], message: "Enter the key" });
}

export function connectionDefaults(provider: Provider, connection: Connection | undefined) {
  return {
    provider: provider.type,
    name: connection?.name ?? provider.title,
    baseUrl: (connection ? connection.baseUrl : usualAddress(provider)) ?? undefined,
    key: undefined,
    models: (connection?.models ?? provider.defaultModels).join("\n"),
    allowPrivate: connection?.allowPrivate ?? false,
    settings: Object.fromEntries(
      provider.settings.map(({ name }) => [name, connection?.settings[name] ?? ""]),
    ),
  };
}

/** Something to start from where the service runs on this machine; elsewhere it would only be in the way. */
function usualAddress({ baseUrl }: Provider): string | null {
  return baseUrl?.startsWith("http://localhost") ? baseUrl : null;
}

function withoutEmpty(settings: Record<string, string>): Record<string, string> {
  const typed = Object.entries(settings).map(([name, value]) => [name, value.trim()]);
  return Object.fromEntries(typed.filter(([, value]) => value !== ""));
}

/** What the provider is asked with, as the form stands: empty fields are left out. */
export function draftOf(
  { provider, baseUrl, key, allowPrivate, settings }: z.input<ReturnType<typeof connectionFormSchema>>,
  connectionId: string | undefined,
): CallInput<typeof findModels>["body"] {
  return {
    provider,
    baseUrl: baseUrl || undefined,
    key: key || undefined,
    allowPrivate,
    settings: withoutEmpty(settings ?? {}),
    connectionId,
  };
}
