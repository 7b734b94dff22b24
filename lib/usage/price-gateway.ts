import type { Queryable } from "@/lib/db/database";
import type { ModelConnection } from "@/lib/models/connection";
import { listConnections } from "@/lib/models/connections";
import type { ProviderType } from "@/lib/models/providers/provider";
import { isProviderType } from "@/lib/models/providers/provider-type";
import type { Usage } from "@/workflows/events/usage";
import type { PriceGateway } from "@/workflows/runtime/ports";
import { type PriceOverrides, priceCall } from "./price-call";
import { listPriceOverrides, toOverrideMap } from "./price-overrides";

/** Prices of one workspace as they stand now; made once per run. */
export async function createPriceGateway(db: Queryable, workspaceId: string): Promise<PriceGateway> {
  const [overrides, connections] = await Promise.all([
    listPriceOverrides(db, { workspaceId }).then(toOverrideMap),
    listConnections(db, { workspaceId }),
  ]);
  return { price: (provider, model, usage) => price(provider, model, usage, overrides, connections) };
}

function price(
  provider: string,
  model: string,
  usage: Usage,
  overrides: PriceOverrides,
  connections: readonly ModelConnection[],
): number | null {
  if (!isProviderType(provider)) return null;
  const costs = addressesOf(provider, model, connections).map(
    (baseUrl) => priceCall({ provider, model, baseUrl }, usage, overrides).costMicros,
  );
  // Two connections that ask different prices for one name: better unknown than wrong.
  const [first, ...others] = new Set(costs);
  return others.length === 0 ? (first ?? null) : null;
}

/** Where a model of this name may have been called; one unnamed place where the address does not matter. */
function addressesOf(
  provider: ProviderType,
  model: string,
  connections: readonly ModelConnection[],
): (string | null)[] {
  if (provider !== "openai-compatible") return [null];
  const offering = connections.filter(
    (connection) => connection.provider === provider && connection.models.includes(model),
  );
  return offering.length > 0 ? offering.map((connection) => connection.baseUrl) : [null];
}
