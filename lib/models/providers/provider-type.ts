import { providerTypes } from "@/lib/api/contract/models";
import type { ProviderType } from "./provider";

export function isProviderType(text: string): text is ProviderType {
  return providerTypes.some((type) => type === text);
}

/** A stored provider is one of the list, because only this program writes it; anything else is a bug. */
export function readProviderType(text: string): ProviderType {
  if (!isProviderType(text)) throw new Error(`The database names a provider that does not exist: ${text}`);
  return text;
}
