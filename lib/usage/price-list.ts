import { calcPrice, findProvider, type Provider } from "@pydantic/genai-prices";
import type { ProviderType } from "@/lib/models/providers/provider";
import { providerOf } from "@/lib/models/providers/registry";
import type { Usage } from "@/workflows/events/usage";

/** A model as the price list looks for it. */
export interface PricedModel {
  provider: ProviderType;
  model: string;
  /** Tells an OpenAI-compatible provider by its address. */
  baseUrl?: string | null;
}

/** Dollars of one call by the bundled price list of @pydantic/genai-prices; null for what it does not know. */
export function listPrice(priced: PricedModel, usage: Usage): number | null {
  if (priced.provider === "offline") return 0;
  const provider = listProvider(priced);
  if (!provider) return null;
  // A provider that reports more cached than sent must not make the call fail.
  const cached = Math.min(usage.cached, usage.input);
  const result = calcPrice(
    {
      input_tokens: usage.input,
      output_tokens: usage.output,
      cache_read_tokens: cached,
      cache_write_tokens: Math.min(usage.cacheWrites, usage.input - cached),
    },
    priced.model,
    { provider },
  );
  return result?.total_price ?? null;
}

/** Tokens that fit into a model, where the list says so. */
export function listedContext(priced: PricedModel): number | undefined {
  const provider = listProvider(priced);
  const found = provider && calcPrice({ input_tokens: 1 }, priced.model, { provider });
  return found?.model.context_window;
}

/**
 * The list's own provider. An address it does not know stays unknown: the same model elsewhere, e.g. on a machine
 * of one's own, costs something else.
 */
function listProvider({ provider, baseUrl }: PricedModel): Provider | undefined {
  const { prices } = providerOf(provider).definition;
  if (prices !== "by-address") return prices ? findProvider({ providerId: prices }) : undefined;
  return baseUrl ? findProvider({ providerApiUrl: baseUrl }) : undefined;
}
