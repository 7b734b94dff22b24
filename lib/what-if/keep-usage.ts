import type { Pool } from "pg";
import type { EventBody } from "@/workflows/events/event";

interface For {
  tryId: string;
  workspaceId: string;
  agentId: string;
}

/** Counts calls that belong to no run as calls of the agent: by an id of their own, numbered from 1. */
export async function keepUsage(
  pool: Pool,
  { tryId, workspaceId, agentId }: For,
  heard: readonly EventBody[],
): Promise<void> {
  const used = heard.flatMap((body) => (body.type === "model.finished" ? [body.data] : []));
  if (used.length === 0) return;
  await pool.query(
    `insert into usage_records
       (run_id, seq, workspace_id, agent_id, provider, model, input_tokens, output_tokens, cached_tokens, cost_micros)
     select $1, u.pos, $2, $3, u.provider, u.model, u.input, u.output, u.cached, u.cost
     from unnest($4::int[], $5::text[], $6::text[], $7::int[], $8::int[], $9::int[], $10::bigint[])
       as u(pos, provider, model, input, output, cached, cost)`,
    [
      tryId,
      workspaceId,
      agentId,
      used.map((_, at) => at + 1),
      used.map(({ provider }) => provider),
      used.map(({ model }) => model),
      used.map(({ usage }) => usage?.input ?? 0),
      used.map(({ usage }) => usage?.output ?? 0),
      used.map(({ usage }) => usage?.cached ?? 0),
      used.map(({ costMicros }) => costMicros),
    ],
  );
}
