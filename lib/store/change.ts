import type { Pool, PoolClient } from "pg";
import { toJsonb } from "@/lib/runs/events/jsonb";
import { inTransaction } from "@/lib/runs/transaction";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import type { StorePlace } from "@/workflows/runtime/ports";
import { type Owner, ownerOf } from "./owner";

export interface Change {
  connection: PoolClient;
  workspaceId: string;
  place: StorePlace;
  owner: Owner;
}

/**
 * Makes a change once for its call's key, however often a node runs: the key is noted in the same transaction, and who
 * comes second, also while the first is at it, gets what the first got.
 */
export async function changeOnce(
  pool: Pool,
  workspaceId: string,
  { place, callKey }: { place: StorePlace; callKey: string },
  make: (change: Change) => Promise<Json>,
): Promise<Json> {
  return inTransaction(pool, async (connection) => {
    const { rowCount } = await connection.query({
      name: "store_call",
      text: "insert into store_calls (call_key, run_id) values ($1, $2) on conflict do nothing",
      values: [callKey, place.runId],
    });
    if (rowCount === 0) return known(connection, callKey);
    const owner = await ownerOf(connection, workspaceId, place);
    const value = await make({ connection, workspaceId, place, owner });
    const result = toJsonb({ value });
    await connection.query("update store_calls set result = $2 where call_key = $1", [callKey, result]);
    return value;
  });
}

async function known(connection: PoolClient, callKey: string): Promise<Json> {
  const { rows } = await connection.query(
    "select result->'value' as value from store_calls where call_key = $1",
    [callKey],
  );
  return jsonSchema.parse(rows[0]?.value ?? null);
}
