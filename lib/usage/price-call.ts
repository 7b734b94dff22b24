import type { z } from "zod";
import type { priceSchema } from "@/lib/api/contract/models";
import type { ProviderType } from "@/lib/models/providers/provider";
import type { Usage } from "@/workflows/events/usage";
import { listPrice, type PricedModel } from "./price-list";

/** Micro-dollars per million tokens. */
export type Price = z.infer<typeof priceSchema>;
/** A workspace's own prices, by `overrideKey`. */
export type PriceOverrides = ReadonlyMap<string, Price>;

export const overrideKey = (provider: ProviderType, model: string): string => `${provider}/${model}`;

const million = 1_000_000;

/**
 * Micro-dollars of one call as a whole number, by the workspace's own price or else the price list; null where
 * neither knows the model, which is not the same as free.
 */
export function priceCall(
  priced: PricedModel,
  usage: Usage,
  overrides: PriceOverrides = new Map(),
): { costMicros: number | null } {
  const own = overrides.get(overrideKey(priced.provider, priced.model));
  if (own) return { costMicros: byPrice(own, usage) };
  const dollars = listPrice(priced, usage);
  return { costMicros: dollars === null ? null : toMicros(dollars) };
}

/** Micro-dollars per million input and output tokens, for pickers; null where unknown. */
export function unitPrices(
  priced: PricedModel,
  overrides: PriceOverrides,
): { inputPrice: number | null; outputPrice: number | null } {
  const own = overrides.get(overrideKey(priced.provider, priced.model));
  if (own) return { inputPrice: own.input, outputPrice: own.output };
  // A thousand tokens are below every list's tier for long prompts.
  const none: Usage = { input: 0, output: 0, cached: 0, cacheWrites: 0, reasoning: 0 };
  const perMillion = (dollars: number | null) => (dollars === null ? null : toMicros(dollars * 1_000));
  return {
    inputPrice: perMillion(listPrice(priced, { ...none, input: 1_000 })),
    outputPrice: perMillion(listPrice(priced, { ...none, output: 1_000 })),
  };
}

/** A price of one's own has none for cache writes: they count as plain input. */
function byPrice(price: Price, usage: Usage): number {
  const cached = Math.min(usage.cached, usage.input);
  const fresh = usage.input - cached;
  const total =
    fresh * price.input + cached * (price.cachedInput ?? price.input) + usage.output * price.output;
  return Math.round(total / million);
}

/** Half a micro-dollar rounds up; the first rounding takes away what floating point added. */
function toMicros(dollars: number): number {
  return Math.round(Number((dollars * million).toFixed(6)));
}
