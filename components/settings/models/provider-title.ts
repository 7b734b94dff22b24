import type { Provider } from "../items";

/** The words for a kind of provider; its own name until the list of kinds has come. */
export function providerTitle(providers: readonly Provider[], type: Provider["type"]): string {
  return providers.find((provider) => provider.type === type)?.title ?? type;
}
