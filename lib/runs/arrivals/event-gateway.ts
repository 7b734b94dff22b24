import type { Pool } from "pg";
import { z } from "zod";
import { hashToken, newToken } from "@/lib/auth/one-time-token";
import { newId } from "@/lib/db/id";
import type { Vault } from "@/lib/secrets/vault";
import type { EventGateway } from "@/workflows/runtime/ports";

interface EventGatewayDeps {
  pool: Pool;
  vault: Vault;
  /** Where other systems reach the installation. */
  publicUrl: string;
}

/** Asked for again with the same call's key, the first row stays: a node that ran twice sent out one address. */
const openSql = `
with made as (
  insert into event_addresses (id, workspace_id, run_id, call_key, token_hash, sealed, expires_at)
  select $1, r.workspace_id, r.id, $4, $5, $6, now() + $7::float8 * interval '1 millisecond'
  from runs r where r.id = $3 and r.workspace_id = $2
  on conflict (call_key) do nothing
  returning id, sealed
)
select id, sealed from made
union all
select id, sealed from event_addresses where call_key = $4 and workspace_id = $2
limit 1`;

const rowSchema = z.object({ id: z.string(), sealed: z.string() });

/** Addresses at which other systems tell runs of a workspace of events. The token is sealed: only its hash is looked up. */
export function eventGateway(
  { pool, vault, publicUrl }: EventGatewayDeps,
  workspaceId: string,
): EventGateway {
  return {
    async open({ runId, callKey, lastsMs }) {
      const id = newId("evt");
      const token = newToken();
      const sealed = vault.seal(token, { workspaceId, rowId: id });
      const values = [id, workspaceId, runId, callKey, hashToken(token), sealed, lastsMs];
      const { rows } = await pool.query({ name: "open_event_address", text: openSql, values });
      const row = rowSchema.parse(rows[0]);
      const stored = vault.open(row.sealed, { workspaceId, rowId: row.id });
      return { key: row.id, url: new URL(`/api/v1/events/${stored}`, publicUrl).href };
    },
  };
}
