"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { listModels, listPriceOverrides } from "@/lib/api/contract/models";
import { pricedModels } from "./priced-models";

/** The two lists that make the table of prices, as one that loads and fails as a whole. */
export function usePricedModels() {
  const models = useEndpoint(listModels, {});
  const overrides = useEndpoint(listPriceOverrides, {});
  const loaded = models.data && overrides.data;
  return {
    data: loaded ? { items: pricedModels(models.data.items, overrides.data.items) } : undefined,
    error: models.error ?? overrides.error,
    isFetching: models.isFetching || overrides.isFetching,
    refetch: () => Promise.all([models.refetch(), overrides.refetch()]),
  };
}
