import { and, asc, eq } from "drizzle-orm";
import { priceOverrides } from "@/drizzle/schema";
import { priceSchema } from "@/lib/api/contract/models";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import type { ProviderType } from "@/lib/models/providers/provider";
import { readProviderType } from "@/lib/models/providers/provider-type";
import { AppError } from "@/workflows/errors/app-error";
import { overrideKey, type Price, type PriceOverrides } from "./price-call";

export interface PriceOverride {
  provider: ProviderType;
  model: string;
  price: Price;
}

type Scope = Pick<WorkspaceActor, "workspaceId">;

export async function listPriceOverrides(db: Queryable, { workspaceId }: Scope): Promise<PriceOverride[]> {
  const rows = await db
    .select()
    .from(priceOverrides)
    .where(eq(priceOverrides.workspaceId, workspaceId))
    .orderBy(asc(priceOverrides.provider), asc(priceOverrides.model));
  return rows.map(toOverride);
}

export async function putPriceOverride(
  db: Queryable,
  { workspaceId }: Scope,
  override: PriceOverride,
): Promise<PriceOverride> {
  const change = { price: override.price, updatedAt: new Date() };
  await db
    .insert(priceOverrides)
    .values({ workspaceId, provider: override.provider, model: override.model, ...change })
    .onConflictDoUpdate({
      target: [priceOverrides.workspaceId, priceOverrides.provider, priceOverrides.model],
      set: change,
    });
  return override;
}

/** @throws AppError not_found */
export async function deletePriceOverride(
  db: Queryable,
  { workspaceId }: Scope,
  provider: ProviderType,
  model: string,
): Promise<void> {
  const removed = await db
    .delete(priceOverrides)
    .where(
      and(
        eq(priceOverrides.workspaceId, workspaceId),
        eq(priceOverrides.provider, provider),
        eq(priceOverrides.model, model),
      ),
    )
    .returning({ model: priceOverrides.model });
  if (removed.length === 0) throw new AppError("not_found", "There is no price of your own for this model.");
}

export function toOverrideMap(list: readonly PriceOverride[]): PriceOverrides {
  return new Map(list.map((entry) => [overrideKey(entry.provider, entry.model), entry.price]));
}

function toOverride(row: { provider: string; model: string; price: unknown }): PriceOverride {
  return { provider: readProviderType(row.provider), model: row.model, price: priceSchema.parse(row.price) };
}
