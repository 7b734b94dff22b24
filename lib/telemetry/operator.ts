import type { Pool } from "pg";
import type { ResourceAttributes } from "./sending/send";
import { operatorId, type Receiver } from "./target";

/** What the environment says of the traces of all workspaces. */
export interface OperatorTelemetry {
  receiver: Receiver;
  /** Of how many runs, from 0 to 1. */
  share: number;
  resource: ResourceAttributes;
}

/** Runs are put into the outbox by the database, which knows of the environment by this alone. */
export async function announceOperator(pool: Pool, operator: OperatorTelemetry | undefined): Promise<void> {
  if (!operator) {
    await pool.query("delete from telemetry_targets where id = $1", [operatorId]);
    return;
  }
  const { url, protocol } = operator.receiver;
  await pool.query(
    `insert into telemetry_targets (id, enabled, endpoint, protocol) values ($1, true, $2, $3)
     on conflict (id) do update set enabled = true, endpoint = excluded.endpoint, protocol = excluded.protocol,
       retry_at = null, failures = 0`,
    [operatorId, url.origin, protocol],
  );
}
