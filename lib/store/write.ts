import { newId } from "@/lib/db/id";
import { toJsonb } from "@/lib/runs/events/jsonb";
import { AppError } from "@/workflows/errors/app-error";
import type { Json } from "@/workflows/graph/json";
import type { Change } from "./change";

export const mostItems = 10_000;
export const mostValueBytes = 256 * 1024;

const live = "(store_items.expires_at is null or store_items.expires_at > now())";

interface Put {
  key: string;
  value: Json;
  ttlMs?: number | undefined;
}

/** @throws AppError too_large */
export async function putValue(change: Change, { key, value, ttlMs }: Put): Promise<null> {
  const text = toJsonb(value);
  if (Buffer.byteLength(text) > mostValueBytes) {
    throw new AppError("too_large", `A stored value may have up to ${mostValueBytes / 1024} kB.`, {
      field: "value",
    });
  }
  await makeRoom(change, key);
  await upsert(change, {
    key,
    text,
    ttlMs,
    onConflict: "value = excluded.value, expires_at = excluded.expires_at",
  });
  return null;
}

/** @throws AppError node_failed: there is something else than a number */
export async function addTo(
  change: Change,
  { key, by, ttlMs }: { key: string; by: number; ttlMs?: number | undefined },
): Promise<number> {
  await makeRoom(change, key);
  const { value } = await upsert(change, {
    key,
    text: toJsonb(by),
    ttlMs,
    // The first increment begins its time to live.
    onConflict: `value = case
        when not ${live} then excluded.value
        when jsonb_typeof(store_items.value) = 'number'
          then to_jsonb((store_items.value)::float8 + (excluded.value)::float8)
        else store_items.value end,
      expires_at = case when ${live} then store_items.expires_at else excluded.expires_at end`,
  });
  if (typeof value === "number") return value;
  throw new AppError("node_failed", `“${key}” holds something else than a number, so nothing was added.`, {
    field: "key",
  });
}

/** @returns whether there was something */
export async function removeValue(
  { connection, workspaceId, place, owner }: Change,
  key: string,
): Promise<boolean> {
  const { rows } = await connection.query(
    `delete from store_items where workspace_id = $1 and scope = $2 and owner = $3 and key = $4 returning ${live} as live`,
    [workspaceId, place.scope, owner.id, key],
  );
  return rows[0]?.live === true;
}

/** Some more may come in at the same moment: it is a bound, no quota. */
async function makeRoom({ connection, workspaceId, place, owner }: Change, key: string): Promise<void> {
  const { rows } = await connection.query({
    name: "store_room",
    text: `select count(*) filter (where key <> $4)::int as others from (
        select key from store_items where workspace_id = $1 and scope = $2 and owner = $3 limit ${mostItems + 1}
      ) as all_of`,
    values: [workspaceId, place.scope, owner.id, key],
  });
  if (Number(rows[0]?.others) < mostItems) return;
  throw new AppError("too_large", `This ${place.scope}'s store holds ${mostItems} keys, as many as it may.`, {
    hint: "Delete some, or give them a time to live.",
  });
}

interface Upsert {
  key: string;
  text: string;
  ttlMs?: number | undefined;
  onConflict: string;
}

async function upsert(
  { connection, workspaceId, place, owner }: Change,
  { key, text, ttlMs, onConflict }: Upsert,
): Promise<{ value: unknown }> {
  const { rows } = await connection.query(
    `insert into store_items (id, workspace_id, scope, owner, key, value, expires_at, thread_id, user_id, agent_id)
     values ($1, $2, $3, $4, $5, $6, now() + $7::float8 * interval '1 millisecond', $8, $9, $10)
     on conflict (workspace_id, scope, owner, key) do update set ${onConflict}, updated_at = now()
     returning value`,
    [
      newId("sto"),
      workspaceId,
      place.scope,
      owner.id,
      key,
      text,
      ttlMs ?? null,
      owner.threadId,
      owner.userId,
      owner.agentId,
    ],
  );
  return { value: rows[0]?.value };
}
