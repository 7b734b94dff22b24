import type { Pool } from "pg";
import { mostRows } from "./batch";

/** A client that sends a request again does so within seconds; a day leaves room for a queue of its own. */
const keyHours = 24;
/** A process that lives shows it every few seconds. */
const processHours = 24;

/** Deletes a batch of idempotency keys, processes and stored values that nobody asks for any more. @returns whether more may be left */
export async function sweepKeys(pool: Pool): Promise<boolean> {
  const keys = await pool.query(
    `delete from idempotency_keys where ctid in (
       select ctid from idempotency_keys where created_at < now() - make_interval(hours => $1)
       order by created_at limit ${mostRows}
     )`,
    [keyHours],
  );
  await pool.query("delete from processes where seen_at < now() - make_interval(hours => $1)", [
    processHours,
  ]);
  const values = await pool.query(
    `delete from store_items where ctid in (
       select ctid from store_items where expires_at < now() order by expires_at limit ${mostRows}
     )`,
  );
  return keys.rowCount === mostRows || values.rowCount === mostRows;
}
