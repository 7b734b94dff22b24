import type { Pool } from "pg";
import { z } from "zod";
import { mostPacked, packedDeltasSchema, packedType, unpackDeltas } from "@/lib/runs/events/packed-deltas";
import { toEvent } from "@/lib/runs/service/read-events";
import { runOriginSchema } from "@/workflows/events/run-origin";
import { runStatuses, terminalStatuses } from "@/workflows/events/run-status";
import { Endings } from "@/workflows/telemetry/endings";
import type { RunFacts, Telling } from "@/workflows/telemetry/run-facts";
import { runTraceSchema } from "@/workflows/telemetry/run-trace";

const factsRow = z.object({
  runId: z.string(),
  threadId: z.string(),
  workspaceId: z.string(),
  agentId: z.string(),
  agentName: z.string(),
  version: z.int().nullable(),
  draftRevision: z.int().nullable(),
  source: z.string(),
  createdAt: z.number(),
  trace: runTraceSchema.nullable(),
  parentRunId: z.string().nullable(),
  origin: runOriginSchema.nullable(),
  originTrace: runTraceSchema.nullable(),
  status: z.enum(runStatuses),
});

export interface FoundRun {
  facts: RunFacts;
  /** It will have no more spans. */
  over: boolean;
}

export async function readFacts(pool: Pool, runId: string): Promise<FoundRun | undefined> {
  const { rows } = await pool.query({
    name: "telemetry_run",
    text: `select r.id as "runId", r.thread_id as "threadId", r.workspace_id as "workspaceId", r.agent_id as "agentId",
        a.name as "agentName", r.version, r.draft_revision as "draftRevision", r.source,
        (extract(epoch from r.created_at) * 1000)::float8 as "createdAt", r.trace, r.parent_run_id as "parentRunId",
        r.origin, o.trace as "originTrace", r.status
      from runs r join agents a on a.id = r.agent_id left join runs o on o.id = r.origin ->> 'runId'
      where r.id = $1`,
    values: [runId],
  });
  const row = factsRow.optional().parse(rows[0]);
  if (!row) return undefined;
  const { status, originTrace, origin, ...facts } = row;
  const from = origin && { kind: origin.kind, runId: origin.runId, trace: originTrace };
  return { facts: { ...facts, origin: from }, over: terminalStatuses.has(status) };
}

/**
 * What nobody is told of is not even read: neither its size nor a mistake further on can matter then. Of a stream of
 * tokens the first of each call is enough.
 */
const leanData = `case type
  when 'run.started' then '{"input": {}}'::jsonb
  when 'run.finished' then '{"output": null}'::jsonb
  when 'node.started' then data - 'input'
  when 'node.finished' then data || '{"update": {}}'
  when 'item.finished' then data || '{"output": null}'
  when 'model.started' then data || '{"messages": []}'
  when 'model.finished' then data || '{"message": {"role": "assistant", "content": ""}}'
  when 'tool.started' then data || '{"args": null}'
  when 'tool.finished' then data || '{"result": null}'
  when 'child.ended' then data - 'output'
  when 'http.finished' then data #- '{exchange,request,body}' #- '{exchange,request,headers}'
    || jsonb_build_object('exchange', (data -> 'exchange' #- '{request,body}')
      || case when data -> 'exchange' ? 'response' then jsonb_build_object('response',
           (data -> 'exchange' -> 'response') || '{"headers": {}, "body": ""}') else '{}'::jsonb end)
  else data end`;

const pageSize = 1_000;

/** Folds a run's stored events. */
export async function readEndings(pool: Pool, runId: string, { content }: Telling): Promise<Endings> {
  const endings = new Endings(runId);
  let after = 0;
  for (;;) {
    const { rows } = await pool.query({
      name: content ? "telemetry_events" : "telemetry_lean_events",
      text: `select run_id as "runId", seq, ts, type, node, visit, ns, ${content ? "data" : `${leanData} as data`}
        from (
          select * from run_events where run_id = $1 and seq > $2 and type <> 'model.delta'
          union all
          select * from (
            select distinct on (data ->> 'spanId') * from run_events
            where run_id = $1 and seq > $2 and type = 'model.delta' order by data ->> 'spanId', seq
          ) firsts
        ) told
        order by seq limit ${pageSize}`,
      values: [runId, after],
    });
    endings.add(rows.flatMap((row) => eventsIn(runId, row)));
    if (rows.length < pageSize) return endings;
    after = z.int().parse(rows.at(-1)?.seq);
  }
}

const packedRow = z.object({ seq: z.int(), ts: z.number(), data: packedDeltasSchema });

function eventsIn(runId: string, row: Record<string, unknown>) {
  if (row.type !== packedType) return [toEvent(row)];
  const packed = packedRow.parse(row);
  return unpackDeltas(runId, packed, packed.seq - mostPacked);
}
