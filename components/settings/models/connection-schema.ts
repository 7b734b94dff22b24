import { z } from "zod";
import { createConnection } from "@/lib/api/contract/models";
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
    .extend({ models: z.string().transform(modelNames).pipe(body.shape.models) })
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
    baseUrl: connection?.baseUrl ?? undefined,
    key: undefined,
    models: (connection?.models ?? provider.defaultModels).join("\n"),
    allowPrivate: connection?.allowPrivate ?? false,
  };
}
