import type { Pool } from "pg";
import { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import type { StoredValue, StorePlace } from "@/workflows/runtime/ports";
import { ownerOf } from "./owner";

/** What one list may bring into the state. */
const mostListedBytes = 1_000_000;

export async function readValue(
  pool: Pool,
  workspaceId: string,
  place: StorePlace,
  key: string,
): Promise<Json | undefined> {
  const owner = await ownerOf(pool, workspaceId, place);
  const { rows } = await pool.query({
    name: "store_get",
    text: `select value from store_items where workspace_id = $1 and scope = $2 and owner = $3 and key = $4
      and (expires_at is null or expires_at > now())`,
    values: [workspaceId, place.scope, owner.id, key],
  });
  return rows.length === 0 ? undefined : jsonSchema.parse(rows[0].value);
}

const rowsSchema = z.array(z.object({ key: z.string(), value: jsonSchema, total: z.coerce.number() }));

/** @throws AppError too_large */
export async function listValues(
  pool: Pool,
  workspaceId: string,
  place: StorePlace,
  { prefix, limit }: { prefix: string; limit: number },
): Promise<StoredValue[]> {
  const owner = await ownerOf(pool, workspaceId, place);
  const { rows } = await pool.query({
    name: "store_list",
    // The sum first, so that what is too much never leaves the database.
    text: `with found as materialized (
        select key, value from store_items where workspace_id = $1 and scope = $2 and owner = $3
          and starts_with(key, $4) and (expires_at is null or expires_at > now())
        order by key collate "C" limit $5
      ), size as (select coalesce(sum(octet_length(value::text)), 0) as total from found)
      select key, case when total > ${mostListedBytes} then 'null'::jsonb else value end as value, total from found, size
      order by key collate "C"`,
    values: [workspaceId, place.scope, owner.id, prefix, limit],
  });
  const listed = rowsSchema.parse(rows);
  if ((listed[0]?.total ?? 0) > mostListedBytes) {
    throw new AppError(
      "too_large",
      `The values under “${prefix}” have more than ${mostListedBytes / 1e6} MB.`,
      {
        field: "prefix",
        hint: "Use a longer prefix or list fewer at once.",
      },
    );
  }
  return listed.map(({ key, value }) => ({ key, value }));
}
