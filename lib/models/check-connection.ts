import { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import type { ConnectionInput, ModelConnection } from "./connection";
import { providerOf } from "./providers/registry";

/**
 * What a provider's definition asks of a connection.
 * @param stored the connection as it is, on update
 * @throws AppError invalid_input naming the field
 */
export function checkConnection(input: ConnectionInput, stored: ModelConnection | null): void {
  const { definition, keyProblem } = providerOf(input.provider);
  const { type, title, key, baseUrl } = definition;
  if (type === "offline")
    throw invalid("provider", "The offline model is always there; it needs no connection.");
  if (stored && stored.provider !== input.provider) {
    throw invalid("provider", "A connection keeps its provider. Add another connection instead.");
  }
  if (baseUrl === "required" && !input.baseUrl)
    throw invalid("baseUrl", `${title} needs the address of its API.`);
  if (baseUrl === "fixed" && input.baseUrl)
    throw invalid("baseUrl", `${title} has one address and takes no other.`);
  if (key === "required" && !input.key && !stored?.keyPreview) throw invalid("key", `${title} needs a key.`);
  const problem = input.key && keyProblem?.(input.key);
  if (problem) throw invalid("key", problem);
  checkSettings(input);
  // Else whoever may edit the address could have the stored key sent to a server of their own.
  if (stored?.keyPreview && !input.key && originOf(stored.baseUrl) !== originOf(input.baseUrl)) {
    throw invalid("key", "The address has changed, so enter the key again.");
  }
}

function checkSettings({ provider, settings }: ConnectionInput): void {
  const { title, settings: schema = z.object({}) } = providerOf(provider).definition;
  const checked = schema.strict().safeParse(settings ?? {});
  if (checked.success) return;
  const { path = [], code, message } = checked.error.issues[0] ?? {};
  if (code === "unrecognized_keys") throw invalid("settings", `${title} has no such setting. ${message}.`);
  throw invalid(["settings", ...path].join("."), `${message}`);
}

function originOf(url: string | null | undefined): string | null {
  return url ? (URL.parse(url)?.origin ?? null) : null;
}

function invalid(field: string, message: string): AppError {
  return new AppError("invalid_input", message, { field });
}
