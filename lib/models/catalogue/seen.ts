import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { pricedAs } from "@/lib/models/routing";
import { unitPrices } from "@/lib/usage/price-call";
import { listPriceOverrides, toOverrideMap } from "@/lib/usage/price-overrides";
import { readLatencies } from "../latency/read-latencies";
import { type CatalogueModel, type ChosenFacts, putChosen, readCatalogue } from "./catalogue";

type Scope = Pick<WorkspaceActor, "workspaceId">;

/** A model of the catalogue as people see it. */
export interface SeenModel extends CatalogueModel {
  inputPrice: number | null;
  outputPrice: number | null;
  latencyMs: number | null;
}

export async function listCatalogue(db: Queryable, scope: Scope): Promise<SeenModel[]> {
  const [models, overrides, latencyOf] = await Promise.all([
    readCatalogue(db, scope),
    listPriceOverrides(db, scope).then(toOverrideMap),
    readLatencies(db, scope),
  ]);
  return models.map((model) => ({
    ...model,
    ...unitPrices(pricedAs(model), overrides),
    latencyMs: latencyOf(model.reference),
  }));
}

/** @throws AppError not_found, invalid_input */
export async function chooseFacts(db: Queryable, scope: Scope, chosen: ChosenFacts): Promise<SeenModel> {
  await putChosen(db, scope, chosen);
  const reference = `${chosen.connectionId}/${chosen.model}`;
  const changed = (await listCatalogue(db, scope)).find((each) => each.reference === reference);
  if (!changed) throw new Error("The model whose facts were stored is gone.");
  return changed;
}
