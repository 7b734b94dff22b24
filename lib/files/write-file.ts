import type { Pool, PoolClient } from "pg";
import { newId } from "@/lib/db/id";
import { inTransaction } from "@/lib/runs/transaction";
import { AppError } from "@/workflows/errors/app-error";
import type { FileCall, NewFile } from "@/workflows/runtime/ports";
import type { BlobStore } from "./blob-store";
import { type FileOwner, fileOwner } from "./file-place";

export const mostFileBytes = 10_000_000;
export const mostBytes = 100_000_000;
export const mostFiles = 1_000;

interface Deps {
  pool: Pool;
  blobs: BlobStore;
  workspaceId: string;
}

/**
 * Writes a file, or another in its place, once for the call's key. Its content is noted as stale before it is stored,
 * and taken off that list in the transaction that makes the row: whatever is lost in between is removed later.
 * @throws AppError too_large, unavailable
 */
export async function writeFile(
  { pool, blobs, workspaceId }: Deps,
  call: FileCall,
  file: NewFile,
): Promise<void> {
  if (file.bytes.byteLength > mostFileBytes) {
    throw new AppError("too_large", `A file may have up to ${mostFileBytes / 1e6} MB.`, { field: "content" });
  }
  const { place, callKey } = call;
  const owner = await fileOwner(pool, workspaceId, place);
  if (await isDone(pool, callKey)) return;
  const blob = `${workspaceId}/${newId("blb")}`;
  await pool.query("insert into stale_blobs (blob, due_at) values ($1, now() + interval '1 hour')", [blob]);
  await blobs.put(blob, file.bytes);
  await inTransaction(pool, async (connection) => {
    const { rowCount } = await connection.query(
      "insert into store_calls (call_key, run_id) values ($1, $2) on conflict do nothing",
      [callKey, place.runId],
    );
    if (rowCount === 0) return;
    await lockOwner(connection, owner);
    await makeRoom(connection, workspaceId, { ...place, owner }, file);
    await removeRow(connection, workspaceId, { ...place, owner }, file.name);
    await connection.query(
      `insert into files (id, workspace_id, scope, owner, name, content_type, bytes, blob, run_id, thread_id, agent_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        newId("fil"),
        workspaceId,
        place.scope,
        owner.id,
        file.name,
        file.contentType,
        file.bytes.byteLength,
        blob,
        owner.runId,
        owner.threadId,
        owner.agentId,
      ],
    );
    await connection.query("delete from stale_blobs where blob = $1", [blob]);
  });
}

async function isDone(pool: Pool, callKey: string): Promise<boolean> {
  const { rowCount } = await pool.query("select 1 from store_calls where call_key = $1", [callKey]);
  return rowCount !== 0;
}

/** Two that write at once do so one after the other, so that the bounds hold. */
async function lockOwner(connection: PoolClient, { id }: FileOwner): Promise<void> {
  await connection.query("select pg_advisory_xact_lock(hashtextextended($1, 7))", [id]);
}

interface At {
  scope: string;
  owner: FileOwner;
}

async function makeRoom(
  connection: PoolClient,
  workspaceId: string,
  { scope, owner }: At,
  file: NewFile,
): Promise<void> {
  const { rows } = await connection.query(
    `select count(*)::int as count, coalesce(sum(bytes), 0)::float8 as bytes from files
     where workspace_id = $1 and scope = $2 and owner = $3 and name <> $4`,
    [workspaceId, scope, owner.id, file.name],
  );
  const tooMany = Number(rows[0]?.count) >= mostFiles;
  if (!tooMany && Number(rows[0]?.bytes) + file.bytes.byteLength <= mostBytes) return;
  const bound = tooMany ? `${mostFiles} files` : `${mostBytes / 1e6} MB of files`;
  throw new AppError("too_large", `This ${scope} may have up to ${bound}.`, { hint: "Delete some first." });
}

/** The trigger on the table notes what was in it. @returns whether there was one */
async function removeRow(
  connection: PoolClient,
  workspaceId: string,
  { scope, owner }: At,
  name: string,
): Promise<boolean> {
  const { rowCount } = await connection.query(
    "delete from files where workspace_id = $1 and scope = $2 and owner = $3 and name = $4",
    [workspaceId, scope, owner.id, name],
  );
  return rowCount !== 0;
}

/** Deletes a file, once for the call's key. @returns whether there was one */
export async function deleteFile(
  { pool, workspaceId }: Deps,
  call: FileCall,
  name: string,
): Promise<boolean> {
  const { place, callKey } = call;
  const owner = await fileOwner(pool, workspaceId, place);
  return inTransaction(pool, async (connection) => {
    const { rowCount } = await connection.query(
      "insert into store_calls (call_key, run_id) values ($1, $2) on conflict do nothing",
      [callKey, place.runId],
    );
    if (rowCount === 0) {
      const { rows } = await connection.query("select result from store_calls where call_key = $1", [
        callKey,
      ]);
      return rows[0]?.result === true;
    }
    const was = await removeRow(connection, workspaceId, { ...place, owner }, name);
    await connection.query("update store_calls set result = $2 where call_key = $1", [callKey, String(was)]);
    return was;
  });
}
