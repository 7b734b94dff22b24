import type { Pool } from "pg";
import { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import { type ErrorCode, errorCodes } from "@/workflows/errors/codes";
import {
  type ChildUsage,
  childUsageSchema,
  type RunProblem,
  runProblemSchema,
} from "@/workflows/events/event";
import { runStatuses, terminalStatuses } from "@/workflows/events/run-status";
import { type Json, jsonSchema } from "@/workflows/graph/json";

const rowSchema = z.object({
  id: z.string(),
  status: z.enum(runStatuses),
  agentId: z.string(),
  agentName: z.string(),
  version: z.int(),
  output: jsonSchema,
  problem: runProblemSchema.nullable(),
  /** Of the call's time limit, milliseconds; null: it has none. */
  remainingMs: z.number().nullable(),
  deadline: z.number().nullable(),
  ranOut: z.boolean(),
});

/** A called run as its caller sees it. */
export interface Child extends z.infer<typeof rowSchema> {
  isOver: boolean;
}

const childSql = `
select r.id, r.status, r.agent_id as "agentId", a.name as "agentName", coalesce(r.version, 0) as version, r.output,
  r.problem, extract(epoch from due.at)::float8 * 1000 as deadline,
  extract(epoch from due.at - clock_timestamp())::float8 * 1000 as "remainingMs",
  coalesce(r.ended_at >= due.at, false) as "ranOut"
from runs r join agents a on a.id = r.agent_id
cross join lateral (select r.created_at + $2::float8 * interval '1 millisecond' as at) due
where r.id = $1`;

/** @param timeoutMs of the call, counted by the database's clock from when the run was made */
export async function findChild(
  pool: Pool,
  id: string,
  timeoutMs: number | undefined,
): Promise<Child | undefined> {
  const { rows } = await pool.query({ name: "called_run", text: childSql, values: [id, timeoutMs ?? null] });
  const row = rowSchema.optional().parse(rows[0]);
  return row && { ...row, isOver: terminalStatuses.has(row.status) };
}

/** How a called run ended; `error` is what its caller fails with. */
export interface ChildEnd {
  status: "success" | "error" | "timeout" | "cancelled";
  output: Json;
  problem?: RunProblem;
  error?: AppError;
}

export function endOf({ status, output, problem, agentName, id, ranOut }: Child): ChildEnd {
  if (status === "success") return { status, output };
  const data = { runId: id };
  if (status === "cancelled") {
    const error = ranOut
      ? new AppError("node_timeout", `The agent “${agentName}” took longer than the call allows.`, { data })
      : new AppError("run_cancelled", `The run of the agent “${agentName}” was stopped.`, { data });
    return { status, output: null, problem: { code: error.code, message: error.message }, error };
  }
  const why = problem ?? { code: "node_failed", message: `it ended as ${status}` };
  const error = new AppError(codeOf(why.code), `The agent “${agentName}” failed: ${why.message}`, {
    data,
    hint: why.hint,
    ...(isOwn(why.code) && { ownCode: why.code }),
  });
  return { status: status === "timeout" ? "timeout" : "error", output: null, problem: why, error };
}

/** What the called run failed with, so that whether another attempt may help is judged as for any node. */
function codeOf(code: string): ErrorCode {
  return errorCodes.find((known) => known === code) ?? "stopped";
}

/** A code that the called agent's author gave. */
function isOwn(code: string): boolean {
  return !errorCodes.some((known) => known === code);
}

const usedSql = `
with recursive called as (
  select id, input_tokens, output_tokens, cached_tokens, cost_micros, unknown_cost_calls, 0 as depth
  from runs where id = $1
  union all
  select r.id, r.input_tokens, r.output_tokens, r.cached_tokens, r.cost_micros, r.unknown_cost_calls, called.depth + 1
  from runs r join called on r.parent_run_id = called.id where called.depth < 50
)
select jsonb_build_object(
  'tokens', jsonb_build_object('input', sum(input_tokens), 'output', sum(output_tokens), 'cached', sum(cached_tokens)),
  'costMicros', sum(cost_micros), 'unknownCostCalls', sum(unknown_cost_calls)) as used
from called`;

/** What a run used, with all runs that it called. */
export async function usedBy(pool: Pool, runId: string): Promise<ChildUsage> {
  const { rows } = await pool.query({ name: "used_by_called_run", text: usedSql, values: [runId] });
  return childUsageSchema.parse(rows[0]?.used);
}
