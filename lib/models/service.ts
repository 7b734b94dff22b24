import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Database, Queryable } from "@/lib/db/database";
import type { Egress } from "@/lib/egress/egress";
import type { RulesOf } from "@/lib/egress/settings";
import type { Vault } from "@/lib/secrets/vault";
import { unitPrices } from "@/lib/usage/price-call";
import {
  deletePriceOverride,
  listPriceOverrides,
  type PriceOverride,
  putPriceOverride,
  toOverrideMap,
} from "@/lib/usage/price-overrides";
import type { Facts } from "@/workflows/catalogue/facts";
import { type ChosenFacts, keepFound, readCatalogue } from "./catalogue/catalogue";
import { chooseFacts, listCatalogue, type SeenModel } from "./catalogue/seen";
import type { ConnectionInput, ModelConnection } from "./connection";
import {
  createConnection,
  deleteConnection,
  listConnections,
  openConnection,
  ruleConnection,
  updateConnection,
} from "./connections";
import { type ConnectionDraft, findModels } from "./find-models";
import { listProviders, type ProviderSummary } from "./provider-summary";
import type { FoundModel } from "./providers/found-model";
import type { ProviderType } from "./providers/provider";
import { pricedAs } from "./routing";
import { deleteSlot, listSlots, type ModelSlot, putSlot } from "./slots";
import { type ConnectionTest, testConnection } from "./test-connection";
import { modelsWayOut } from "./way-out";

export interface OfferedModel {
  /** `<connectionId>/<model>` or `offline/offline`. */
  reference: string;
  model: string;
  connection: string;
  provider: ProviderType;
  /** Micro-dollars per million tokens; null = unknown. */
  inputPrice: number | null;
  outputPrice: number | null;
  facts: Facts;
}

/** What settings and pickers ask about models; every function stays inside the actor's workspace.
 * `within` is the transaction that a change belongs to, if it is part of one. */
export interface ModelService {
  listProviders(): ProviderSummary[];
  listModels(actor: WorkspaceActor): Promise<OfferedModel[]>;
  listConnections(actor: WorkspaceActor): Promise<ModelConnection[]>;
  /** @throws AppError invalid_input */
  createConnection(
    actor: WorkspaceActor,
    input: ConnectionInput,
    within?: Queryable,
  ): Promise<ModelConnection>;
  /** @throws AppError not_found, invalid_input */
  updateConnection(
    actor: WorkspaceActor,
    id: string,
    input: ConnectionInput,
    within?: Queryable,
  ): Promise<ModelConnection>;
  /** @throws AppError not_found */
  deleteConnection(actor: WorkspaceActor, id: string, within?: Queryable): Promise<void>;
  /** A failed test is an answer, not an error. @throws AppError not_found */
  testConnection(actor: WorkspaceActor, id: string, model?: string): Promise<ConnectionTest>;
  /** What the provider says it has. @throws AppError not_found, invalid_input, model_… */
  findModels(actor: WorkspaceActor, draft: ConnectionDraft): Promise<FoundModel[]>;
  /** What holds for all models of a connection, and what its key allows. @throws AppError not_found */
  ruleConnection(
    actor: WorkspaceActor,
    id: string,
    rules: Pick<ModelConnection, "facts" | "limits">,
    within?: Queryable,
  ): Promise<ModelConnection>;
  listCatalogue(actor: WorkspaceActor): Promise<SeenModel[]>;
  /** @throws AppError not_found, invalid_input */
  chooseFacts(actor: WorkspaceActor, chosen: ChosenFacts, within?: Queryable): Promise<SeenModel>;
  /** Asks the provider what its models can. @returns of how many it knows @throws AppError not_found, invalid_input, model_… */
  refreshFacts(actor: WorkspaceActor, connectionId: string): Promise<number>;
  listSlots(actor: WorkspaceActor): Promise<ModelSlot[]>;
  /** @throws AppError invalid_input */
  putSlot(actor: WorkspaceActor, slot: Omit<ModelSlot, "updatedAt">, within?: Queryable): Promise<ModelSlot>;
  /** @throws AppError not_found */
  deleteSlot(actor: WorkspaceActor, name: string, within?: Queryable): Promise<void>;
  listPrices(actor: WorkspaceActor): Promise<PriceOverride[]>;
  putPrice(actor: WorkspaceActor, override: PriceOverride, within?: Queryable): Promise<PriceOverride>;
  /** @throws AppError not_found */
  deletePrice(
    actor: WorkspaceActor,
    provider: ProviderType,
    model: string,
    within?: Queryable,
  ): Promise<void>;
}

export interface ModelServiceParts {
  db: Database;
  vault: Vault;
  egress: Egress;
  rulesOf: RulesOf;
}

export function createModelService({ db, vault, egress, rulesOf }: ModelServiceParts): ModelService {
  return {
    listProviders,
    listModels: (actor) => listModels(db, actor),
    listConnections: (actor) => listConnections(db, actor),
    createConnection: (actor, input, within = db) => createConnection(within, vault, actor, input),
    updateConnection: (actor, id, input, within = db) => updateConnection(within, vault, actor, id, input),
    deleteConnection: (actor, id, within = db) => deleteConnection(within, actor, id),
    testConnection: async (actor, id, model) => {
      const wayOut = modelsWayOut({ egress, rulesOf }, actor.workspaceId);
      return testConnection(wayOut, await openConnection(db, vault, actor, id), model);
    },
    findModels: async (actor, draft) => {
      const { connectionId } = draft;
      const stored = connectionId ? await openConnection(db, vault, actor, connectionId) : undefined;
      return findModels(modelsWayOut({ egress, rulesOf }, actor.workspaceId), draft, stored);
    },
    ruleConnection: (actor, id, rules, within = db) => ruleConnection(within, actor, id, rules),
    listCatalogue: (actor) => listCatalogue(db, actor),
    chooseFacts: (actor, chosen, within = db) => chooseFacts(within, actor, chosen),
    refreshFacts: async (actor, id) => {
      const stored = await openConnection(db, vault, actor, id);
      const { provider, settings, allowPrivate, baseUrl } = stored;
      const draft = { provider, settings, allowPrivate, ...(baseUrl !== null && { baseUrl }) };
      const found = await findModels(modelsWayOut({ egress, rulesOf }, actor.workspaceId), draft, stored);
      return keepFound(db, actor, id, found);
    },
    listSlots: (actor) => listSlots(db, actor),
    putSlot: (actor, slot, within = db) => putSlot(within, actor, slot),
    deleteSlot: (actor, name, within = db) => deleteSlot(within, actor, name),
    listPrices: (actor) => listPriceOverrides(db, actor),
    putPrice: (actor, override, within = db) => putPriceOverride(within, actor, override),
    deletePrice: (actor, provider, model, within = db) => deletePriceOverride(within, actor, provider, model),
  };
}

async function listModels(db: Database, actor: WorkspaceActor): Promise<OfferedModel[]> {
  const [models, overrides] = await Promise.all([
    readCatalogue(db, actor),
    listPriceOverrides(db, actor).then(toOverrideMap),
  ]);
  return models.map((each) => ({
    reference: each.reference,
    model: each.model,
    connection: each.connection.name,
    provider: each.connection.provider,
    facts: each.facts,
    ...unitPrices(pricedAs(each), overrides),
  }));
}
