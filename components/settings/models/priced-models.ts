import type { CallOutput } from "@/lib/api/contract/endpoint";
import type { listModels, listPriceOverrides } from "@/lib/api/contract/models";

type Models = CallOutput<typeof listModels>["items"];
type Overrides = CallOutput<typeof listPriceOverrides>["items"];

/** A model with what a call of it costs, in micro-dollars per million tokens; null when unknown. */
export interface PricedModel {
  key: string;
  provider: Models[number]["provider"];
  model: string;
  input: number | null;
  output: number | null;
  cachedInput: number | null;
  /** The workspace set this price. */
  own: boolean;
}

/** Each model once, whichever connection has it, with the workspace's prices over those of the list. */
export function pricedModels(models: Models, overrides: Overrides): PricedModel[] {
  const rows = new Map<string, PricedModel>();
  for (const { provider, model, inputPrice, outputPrice } of models) {
    if (provider === "offline") continue;
    const key = `${provider}/${model}`;
    rows.set(key, {
      key,
      provider,
      model,
      input: inputPrice,
      output: outputPrice,
      cachedInput: null,
      own: false,
    });
  }
  for (const { provider, model, price } of overrides) {
    const key = `${provider}/${model}`;
    const { input, output, cachedInput = null } = price;
    rows.set(key, { key, provider, model, input, output, cachedInput, own: true });
  }
  return [...rows.values()];
}
