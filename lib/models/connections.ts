import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { modelConnections } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import type { Vault } from "@/lib/secrets/vault";
import { AppError } from "@/workflows/errors/app-error";
import { checkConnection } from "./check-connection";
import type { ConnectionInput, ModelConnection, OpenConnection } from "./connection";
import { readProviderType } from "./providers/provider-type";

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
    .values({ id, workspaceId, ...columns(input), ...sealed(vault, workspaceId, id, input.key) })
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
    .set({ ...columns(input), ...sealed(vault, workspaceId, id, input.key), updatedAt: new Date() })
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

/** With its key, for calls. @throws AppError not_found; unavailable when the key cannot be read */
export async function openConnection(
  db: Queryable,
  vault: Vault,
  { workspaceId }: Scope,
  id: string,
): Promise<OpenConnection> {
  const row = await findRow(db, workspaceId, id);
  const key = row.sealedKey === null ? null : vault.open(row.sealedKey, { workspaceId, rowId: id });
  return { ...toConnection(row), key };
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
  };
}

/** Nothing to change where no key was given. */
function sealed(vault: Vault, workspaceId: string, rowId: string, key: string | undefined) {
  if (key === undefined) return {};
  const keyPreview = key.length >= 12 ? `…${key.slice(-4)}` : "…";
  return { sealedKey: vault.seal(key, { workspaceId, rowId }), keyPreview };
}

function toConnection(row: Row): ModelConnection {
  return {
    id: row.id,
    provider: readProviderType(row.provider),
    name: row.name,
    baseUrl: row.baseUrl,
    keyPreview: row.keyPreview,
    models: z.array(z.string()).parse(row.models),
    allowPrivate: row.allowPrivate,
    updatedAt: row.updatedAt.toISOString(),
  };
}

function noConnection(): AppError {
  return new AppError("not_found", "There is no such model connection.");
}
