import type { Pool } from "pg";
import { z } from "zod";
import { refuseSerialised } from "@/workflows/compile/plain-data";
import { AppError } from "@/workflows/errors/app-error";
import { type Json, jsonObjectSchema } from "@/workflows/graph/json";
import { eventProblem } from "@/workflows/nodes/wait/event-problem";

const waiterSchema = z.object({
  id: z.string(),
  runId: z.string(),
  schema: jsonObjectSchema.nullable(),
});
export type Waiter = z.infer<typeof waiterSchema>;

const mostWaiters = 200;
/** It goes into the run's state and is stored with each of its checkpoints. */
const mostBytes = 256 * 1024;

/** Pauses of a workspace that wait for the event of this key, the oldest first. */
export async function waitersFor(pool: Pool, workspaceId: string, key: string): Promise<Waiter[]> {
  const { rows } = await pool.query({
    name: "waiters_for_event",
    text: `select id, run_id as "runId", payload->'event'->'schema' as schema from interrupts
      where workspace_id = $1 and event_key = $2 and status = 'waiting' and event is null
      order by created_at limit ${mostWaiters}`,
    values: [workspaceId, key],
  });
  return z.array(waiterSchema).parse(rows);
}

/**
 * Refuses what none of those who wait could go on with.
 * @returns those it is for
 * @throws AppError invalid_input, too_large
 */
export function checkEvent(payload: Json, waiters: readonly Waiter[]): Waiter[] {
  if (JSON.stringify(payload).length > mostBytes) {
    throw new AppError("too_large", `An event may bring up to ${mostBytes / 1024} kB.`);
  }
  refuseSerialised(payload, "payload");
  const problems = waiters.map(({ schema }) => eventProblem(payload, schema ?? undefined));
  const fitting = waiters.filter((_, index) => problems[index] === undefined);
  const problem = problems.find((each) => each !== undefined);
  if (fitting.length > 0 || problem === undefined) return fitting;
  throw new AppError("invalid_input", `The event is not what is waited for. ${problem}`, {
    field: "payload",
    hint: "Correct it and send it again: nothing was used up.",
  });
}
