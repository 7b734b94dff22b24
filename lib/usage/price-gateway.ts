import type { Queryable } from "@/lib/db/database";
import type { ModelConnection } from "@/lib/models/connection";
import { listConnections } from "@/lib/models/connections";
import type { ProviderType } from "@/lib/models/providers/provider";
import { isProviderType } from "@/lib/models/providers/provider-type";
import { providerOf } from "@/lib/models/providers/registry";
import type { PriceUsed } from "@/workflows/events/model-request";
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
  const of = (provider: string, model: string, usage: Usage) =>
    price(provider, model, usage, overrides, connections);
  return { price: of, unit: (provider, model) => unit((usage) => of(provider, model, usage)) };
}

/** A thousand tokens are below every list's tier for long prompts. */
const few = 1_000;
const none: Usage = { input: 0, output: 0, cached: 0, cacheWrites: 0, reasoning: 0 };

/** Per million tokens, found by asking what few of them cost: a list has tiers, a workspace's own price has none. */
function unit(costOf: (usage: Usage) => number | null): PriceUsed | undefined {
  const perMillion = (usage: Partial<Usage>) => {
    const cost = costOf({ ...none, ...usage });
    return cost === null ? undefined : (cost * 1_000_000) / few;
  };
  const input = perMillion({ input: few });
  const output = perMillion({ output: few });
  const cachedInput = perMillion({ input: few, cached: few });
  if (input === undefined || output === undefined) return undefined;
  return { input, output, ...(cachedInput !== undefined && cachedInput !== input && { cachedInput }) };
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
  if (providerOf(provider).definition.prices !== "by-address") return [null];
  const offering = connections.filter(
    (connection) => connection.provider === provider && connection.models.includes(model),
  );
  return offering.length > 0 ? offering.map((connection) => connection.baseUrl) : [null];
}
