import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { modelConnections, modelFacts } from "@/drizzle/schema";
import { keyLimitsSchema } from "@/lib/api/contract/models";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import type { Vault } from "@/lib/secrets/vault";
import { placeFactsSchema } from "@/workflows/catalogue/facts";
import { AppError } from "@/workflows/errors/app-error";
import { saidFacts } from "./catalogue/said-facts";
import { checkConnection } from "./check-connection";
import type { ConnectionInput, ModelConnection, OpenConnection } from "./connection";
import { readProviderType } from "./providers/provider-type";
import { providerOf } from "./providers/registry";

type Scope = Pick<WorkspaceActor, "workspaceId">;
type Row = typeof modelConnections.$inferSelect;

export async function listConnections(db: Queryable, { workspaceId }: Scope): Promise<ModelConnection[]> {
  const rows = await db
    .select()
    .from(modelConnections)
    .where(eq(modelConnections.workspaceId, workspaceId))
    .orderBy(asc(modelConnections.name), asc(modelConnections.id));
  return rows.map(toConnection);
}

/** @throws AppError invalid_input naming the field */
export async function createConnection(
  db: Queryable,
  vault: Vault,
  { workspaceId }: Scope,
  input: ConnectionInput,
): Promise<ModelConnection> {
  checkConnection(input, null);
  const id = newId("con");
  const [row] = await db
    .insert(modelConnections)
    .values({ id, workspaceId, ...columns(input), ...sealed(vault, workspaceId, id, input) })
    .returning();
  if (!row) throw new Error("The new connection was not stored.");
  return toConnection(row);
}

/** @throws AppError not_found, invalid_input naming the field */
export async function updateConnection(
  db: Queryable,
  vault: Vault,
  { workspaceId }: Scope,
  id: string,
  input: ConnectionInput,
): Promise<ModelConnection> {
  const stored = await findRow(db, workspaceId, id);
  checkConnection(input, toConnection(stored));
  const [row] = await db
    .update(modelConnections)
    .set({ ...columns(input), ...sealed(vault, workspaceId, id, input), updatedAt: new Date() })
    .where(inWorkspace(workspaceId, id))
    .returning();
  if (!row) throw noConnection();
  return toConnection(row);
}

/** @throws AppError not_found */
export async function deleteConnection(db: Queryable, { workspaceId }: Scope, id: string): Promise<void> {
  const removed = await db
    .delete(modelConnections)
    .where(inWorkspace(workspaceId, id))
    .returning({ id: modelConnections.id });
  if (removed.length === 0) throw noConnection();
}

/** What its models may see, where they run, and what its key allows. @throws AppError not_found */
export async function ruleConnection(
  db: Queryable,
  { workspaceId }: Scope,
  id: string,
  { facts, limits }: Pick<ModelConnection, "facts" | "limits">,
): Promise<ModelConnection> {
  const [row] = await db
    .update(modelConnections)
    .set({ facts, limits, updatedAt: new Date() })
    .where(inWorkspace(workspaceId, id))
    .returning();
  if (!row) throw noConnection();
  return toConnection(row);
}

/** With its key, for calls. @throws AppError not_found; unavailable when the key cannot be read */
export async function openConnection(
  db: Queryable,
  vault: Vault,
  { workspaceId }: Scope,
  id: string,
): Promise<OpenConnection> {
  const rows = await db
    .select()
    .from(modelConnections)
    .leftJoin(modelFacts, eq(modelFacts.connectionId, modelConnections.id))
    .where(inWorkspace(workspaceId, id));
  const row = rows[0]?.model_connections;
  if (!row) throw noConnection();
  const key = row.sealedKey === null ? null : vault.open(row.sealedKey, { workspaceId, rowId: id });
  return { ...toConnection(row), key, said: saidFacts(rows.map(({ model_facts }) => model_facts)) };
}

async function findRow(db: Queryable, workspaceId: string, id: string): Promise<Row> {
  const [row] = await db.select().from(modelConnections).where(inWorkspace(workspaceId, id));
  if (!row) throw noConnection();
  return row;
}

const inWorkspace = (workspaceId: string, id: string) =>
  and(eq(modelConnections.workspaceId, workspaceId), eq(modelConnections.id, id));

function columns(input: ConnectionInput) {
  return {
    provider: input.provider,
    name: input.name,
    baseUrl: input.baseUrl ?? null,
    models: [...new Set(input.models)],
    allowPrivate: input.allowPrivate,
    settings: input.settings ?? {},
  };
}

/** Nothing to change where no key was given. */
function sealed(vault: Vault, workspaceId: string, rowId: string, { provider, key }: ConnectionInput) {
  if (key === undefined) return {};
  const keyPreview = providerOf(provider).keyPreview?.(key) ?? lastOf(key);
  return { sealedKey: vault.seal(key, { workspaceId, rowId }), keyPreview };
}

function lastOf(key: string): string {
  return key.length >= 12 ? `…${key.slice(-4)}` : "…";
}

export function toConnection(row: Row): ModelConnection {
  return {
    id: row.id,
    provider: readProviderType(row.provider),
    name: row.name,
    baseUrl: row.baseUrl,
    keyPreview: row.keyPreview,
    models: z.array(z.string()).parse(row.models),
    allowPrivate: row.allowPrivate,
    settings: z.record(z.string(), z.string()).parse(row.settings),
    facts: placeFactsSchema.parse(row.facts),
    limits: keyLimitsSchema.parse(row.limits),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function noConnection(): AppError {
  return new AppError("not_found", "There is no such model connection.");
}
