import { and, asc, eq } from "drizzle-orm";
import { modelConnections, modelFacts } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import type { ModelConnection } from "@/lib/models/connection";
import { toConnection } from "@/lib/models/connections";
import type { FoundModel } from "@/lib/models/providers/found-model";
import { providers } from "@/lib/models/providers/registry";
import { abilities, type Facts, type KnownFacts, mergeFacts } from "@/workflows/catalogue/facts";
import { AppError } from "@/workflows/errors/app-error";
import { factsOf } from "./facts-of";
import { clientFacts } from "./known-facts";
import { saidFacts } from "./said-facts";

type Scope = Pick<WorkspaceActor, "workspaceId">;

/** A model as a workspace has it. */
export interface CatalogueModel extends KnownFacts {
  /** `<connectionId>/<model>` or `offline/offline`. */
  reference: string;
  model: string;
  connection: Pick<ModelConnection, "id" | "name" | "provider" | "baseUrl">;
}

/** What an administrator says of a model. */
export interface ChosenFacts {
  connectionId: string;
  model: string;
  facts: Facts;
}

/** The offline model runs in this process: what it sees goes nowhere. */
const offline: CatalogueModel = {
  reference: "offline/offline",
  model: "offline",
  connection: { id: "offline", name: providers.offline.definition.title, provider: "offline", baseUrl: null },
  ...mergeFacts({ client: { ...clientFacts({ provider: "offline" }), dataClass: "confidential" } }),
};

/** Every model of the workspace with what is known of it, the offline one first. */
export async function readCatalogue(db: Queryable, { workspaceId }: Scope): Promise<CatalogueModel[]> {
  const rows = await db
    .select()
    .from(modelConnections)
    .leftJoin(modelFacts, eq(modelFacts.connectionId, modelConnections.id))
    .where(eq(modelConnections.workspaceId, workspaceId))
    .orderBy(asc(modelConnections.name), asc(modelConnections.id));
  const byConnection = Map.groupBy(rows, ({ model_connections }) => model_connections.id);
  const models = [...byConnection.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const connection = toConnection(first.model_connections);
    const said = saidFacts(group.map(({ model_facts }) => model_facts));
    return connection.models.map((model) => ({
      reference: `${connection.id}/${model}`,
      model,
      connection,
      ...factsOf(connection, model, said.get(model)),
    }));
  });
  return [offline, ...models];
}

/** @throws AppError not_found, invalid_input */
export async function putChosen(
  db: Queryable,
  scope: Scope,
  { connectionId, model, facts }: ChosenFacts,
): Promise<void> {
  const connection = await findConnection(db, scope, connectionId);
  if (!connection.models.includes(model)) {
    throw new AppError("not_found", `“${connection.name}” has no model “${model}”.`);
  }
  const limits = clientFacts(connection);
  const cannot = abilities.find((name) => limits[name] === false && facts[name]);
  if (cannot) {
    throw new AppError(
      "invalid_input",
      "Calls to this kind of provider cannot do that, whatever the model can.",
      {
        field: `facts.${cannot}`,
      },
    );
  }
  await put(db, connectionId, model, { chosen: facts });
}

/** Keeps what the provider's list says of the connection's models. @returns how many of them it knows */
export async function keepFound(
  db: Queryable,
  scope: Scope,
  connectionId: string,
  found: readonly FoundModel[],
): Promise<number> {
  const { models } = await findConnection(db, scope, connectionId);
  const known = found.filter(({ id }) => models.includes(id));
  for (const { id, contextTokens, facts = {} } of known) {
    await put(db, connectionId, id, { found: { ...facts, ...(contextTokens && { contextTokens }) } });
  }
  return known.length;
}

async function put(
  db: Queryable,
  connectionId: string,
  model: string,
  change: { found: Facts } | { chosen: Facts },
): Promise<void> {
  const set = { ...change, updatedAt: new Date() };
  await db
    .insert(modelFacts)
    .values({ connectionId, model, ...set })
    .onConflictDoUpdate({ target: [modelFacts.connectionId, modelFacts.model], set });
}

async function findConnection(db: Queryable, { workspaceId }: Scope, id: string): Promise<ModelConnection> {
  const [row] = await db
    .select()
    .from(modelConnections)
    .where(and(eq(modelConnections.workspaceId, workspaceId), eq(modelConnections.id, id)));
  if (row) return toConnection(row);
  throw new AppError("not_found", "There is no such model connection.");
}
