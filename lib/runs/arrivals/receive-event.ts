import type { Pool } from "pg";
import { z } from "zod";
import { hashToken } from "@/lib/auth/one-time-token";
import { AppError } from "@/workflows/errors/app-error";
import { terminalStatuses } from "@/workflows/events/run-status";
import type { Json } from "@/workflows/graph/json";
import { toJsonb } from "../events/jsonb";
import { type WakeContext, wakeEach } from "../pauses/wake";
import { checkEvent, waitersFor } from "./waiters";

const addressSchema = z.object({
  id: z.string(),
  workspaceId: z.string(),
  runId: z.string(),
  state: z.enum(["open", "used", "expired", "over"]),
});
export type ReceivedAt = Omit<z.infer<typeof addressSchema>, "state">;

const findSql = `
select a.id, a.workspace_id as "workspaceId", a.run_id as "runId", case
  when a.received_at is not null then 'used'
  when r.status = any($2) then 'over'
  when a.expires_at <= now() then 'expired'
  else 'open' end as state
from event_addresses a join runs r on r.id = a.run_id where a.token_hash = $1`;

const words = {
  used: "This address has taken an event already.",
  expired: "This address works no more: its time is over.",
  over: "This event is no longer waited for: its run has ended.",
};

/**
 * Takes an event in at the address that was made for it, once. What does not fit is refused and leaves the address as
 * it was; what comes before the run waits is kept for it.
 * @throws AppError not_found, conflict (data: state), invalid_input, too_large
 */
export async function receiveEvent(context: WakeContext, token: string, payload: Json): Promise<ReceivedAt> {
  const { state, ...address } = await find(context.pool, token);
  if (state !== "open") throw closed(state);
  checkEvent(payload, await waitersFor(context.pool, address.workspaceId, address.id));
  const { rowCount } = await context.pool.query(
    `update event_addresses set payload = $2, received_at = now()
     where id = $1 and received_at is null and expires_at > now()`,
    [address.id, toJsonb(payload)],
  );
  if (rowCount !== 1) throw closed("used");
  // Whoever begins to wait from here on finds it as it pauses.
  const waiting = await waitersFor(context.pool, address.workspaceId, address.id);
  await wakeEach(
    context,
    waiting.map(({ runId }) => runId),
  );
  return address;
}

/** @throws AppError not_found */
async function find(pool: Pool, token: string): Promise<z.infer<typeof addressSchema>> {
  const { rows } = await pool.query(findSql, [hashToken(token), [...terminalStatuses]]);
  if (!rows[0])
    throw new AppError("not_found", "There is no such address.", { hint: "Was it copied whole?" });
  return addressSchema.parse(rows[0]);
}

function closed(state: keyof typeof words): AppError {
  return new AppError("conflict", words[state], { data: { state } });
}
