import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Database, Queryable } from "@/lib/db/database";
import type { Egress } from "@/lib/egress/egress";
import type { Vault } from "@/lib/secrets/vault";
import { unitPrices } from "@/lib/usage/price-call";
import {
  deletePriceOverride,
  listPriceOverrides,
  type PriceOverride,
  putPriceOverride,
  toOverrideMap,
} from "@/lib/usage/price-overrides";
import type { ConnectionInput, ModelConnection } from "./connection";
import {
  createConnection,
  deleteConnection,
  listConnections,
  openConnection,
  updateConnection,
} from "./connections";
import { offlineReference } from "./model-gateway";
import type { ProviderType } from "./providers/provider";
import { providers } from "./providers/registry";
import { type ConnectionTest, testConnection } from "./test-connection";

export interface OfferedModel {
  /** `<connectionId>/<model>` or `offline/offline`. */
  reference: string;
  model: string;
  connection: string;
  provider: ProviderType;
  /** Micro-dollars per million tokens; null = unknown. */
  inputPrice: number | null;
  outputPrice: number | null;
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

export interface ProviderSummary {
  type: ProviderType;
  title: string;
  summary: string;
  needsKey: boolean;
  needsBaseUrl: boolean;
  defaultModels: string[];
}

export function createModelService(db: Database, vault: Vault, egress: Egress): ModelService {
  return {
    listProviders,
    listModels: (actor) => listModels(db, actor),
    listConnections: (actor) => listConnections(db, actor),
    createConnection: (actor, input, within = db) => createConnection(within, vault, actor, input),
    updateConnection: (actor, id, input, within = db) => updateConnection(within, vault, actor, id, input),
    deleteConnection: (actor, id, within = db) => deleteConnection(within, actor, id),
    testConnection: async (actor, id, model) =>
      testConnection(egress, await openConnection(db, vault, actor, id), model),
    listPrices: (actor) => listPriceOverrides(db, actor),
    putPrice: (actor, override, within = db) => putPriceOverride(within, actor, override),
    deletePrice: (actor, provider, model, within = db) => deletePriceOverride(within, actor, provider, model),
  };
}

function listProviders(): ProviderSummary[] {
  return Object.values(providers).map(({ definition }) => ({
    type: definition.type,
    title: definition.title,
    summary: definition.summary,
    needsKey: definition.key === "required",
    needsBaseUrl: definition.baseUrl === "required",
    defaultModels: [...definition.defaultModels],
  }));
}

async function listModels(db: Database, actor: WorkspaceActor): Promise<OfferedModel[]> {
  const [connections, overrides] = await Promise.all([
    listConnections(db, actor),
    listPriceOverrides(db, actor).then(toOverrideMap),
  ]);
  const offline: OfferedModel = {
    reference: offlineReference,
    model: "offline",
    connection: providers.offline.definition.title,
    provider: "offline",
    ...unitPrices({ provider: "offline", model: "offline" }, overrides),
  };
  const offered = connections.flatMap(({ id, name, provider, baseUrl, models }) =>
    models.map((model) => ({
      reference: `${id}/${model}`,
      model,
      connection: name,
      provider,
      ...unitPrices({ provider, model, baseUrl }, overrides),
    })),
  );
  return [offline, ...offered];
}
