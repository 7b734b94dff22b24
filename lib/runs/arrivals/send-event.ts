import type { WorkspaceActor } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import type { Json } from "@/workflows/graph/json";
import { toJsonb } from "../events/jsonb";
import { type WakeContext, wakeEach } from "../pauses/wake";
import { checkEvent, waitersFor } from "./waiters";

/**
 * Wakes every run of the workspace that waits for the event of this key and can go on with what it brings.
 * @returns how many pauses it ended
 * @throws AppError not_found: nobody waits for it, invalid_input, too_large
 */
export async function sendEvent(
  context: WakeContext,
  { workspaceId }: WorkspaceActor,
  { key, payload }: { key: string; payload: Json },
): Promise<number> {
  const fitting = checkEvent(payload, await waitersFor(context.pool, workspaceId, key));
  if (fitting.length === 0) {
    throw new AppError("not_found", `No run waits for the event “${key}”.`, {
      hint: "A run waits once it has come to its Wait node. Send it again later, or use an Event address, which keeps it.",
    });
  }
  const { rows } = await context.pool.query(
    `update interrupts set event = $2 where id = any($1) and status = 'waiting' and event is null
     returning run_id as "runId"`,
    [fitting.map(({ id }) => id), toJsonb({ payload })],
  );
  await wakeEach(
    context,
    rows.map(({ runId }) => String(runId)),
  );
  return rows.length;
}
