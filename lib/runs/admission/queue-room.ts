import { z } from "zod";
import type { Connection } from "@/lib/queue/run-queue";
import { AppError } from "@/workflows/errors/app-error";
import type { AdmissionContext } from "./context";
import { holdsPlace, waitsInLine } from "./places-sql";

/** How many may wait beyond the places that are free, and how many do; counted no further than that. */
const waitingSql = `
with own as (
  select id, coalesce((run_limits->>'queued')::int, $2::int) as queued,
    coalesce((run_limits->>'running')::int, $3::int) as running
  from workspaces where id = $1
)
select own.queued, own.queued + greatest(0, own.running - (
    select count(*) from (
      select 1 from runs p where p.workspace_id = own.id and ${holdsPlace("p")} limit own.running
    ) taken
  ))::int as most, (
    select count(*) from (
      select 1 from runs h where h.workspace_id = own.id and ${waitsInLine("h")}
      limit own.queued + own.running + 1
    ) held
  )::int as waiting
from own`;
const waitingRow = z.object({ queued: z.int(), most: z.int(), waiting: z.int() });

/**
 * Refuses a run that waits for its turn where too many do, in the transaction that has just made it.
 * @throws AppError queue_full
 */
export async function requireQueueRoom(
  context: Pick<AdmissionContext, "limits">,
  connection: Connection,
  { workspaceId }: { workspaceId: string },
): Promise<void> {
  const { queued, running } = context.limits;
  const { rows } = await connection.query(waitingSql, [workspaceId, queued, running]);
  const found = waitingRow.parse(rows[0]);
  if (found.waiting > found.most) throw await queueFull(connection, workspaceId, found.queued);
}

/** Runs of the workspace that ended lately: with each, one that waits can go on. */
const paceSql = `
select count(*)::int as ended from (
  select 1 from runs where workspace_id = $1 and ended_at > now() - interval '1 minute'
    and created_at > now() - interval '1 hour'
  limit 1000
) lately`;
const paceRow = z.object({ ended: z.int() });
const longestWaitSeconds = 60;

async function queueFull(connection: Connection, workspaceId: string, limit: number): Promise<AppError> {
  const { rows } = await connection.query(paceSql, [workspaceId]);
  const { ended } = paceRow.parse(rows[0]);
  const seconds = Math.min(longestWaitSeconds, Math.max(1, Math.ceil(60 / Math.max(1, ended))));
  return new AppError(
    "queue_full",
    `${limit} runs of this workspace wait for their turn; that is its limit.`,
    {
      hint: `Try again in ${seconds} s. An administrator can raise the limits in the workspace's settings.`,
      data: { retryAfterSeconds: seconds, limit },
    },
  );
}
