import { sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Queryable } from "@/lib/db/database";
import { type DataDemands, dataRulesSchema, demandsOf } from "@/workflows/catalogue/data-rules";

const row = z.object({ agents: z.array(dataRulesSchema), workspace: dataRulesSchema.nullable() });

/** Read once a minute for each run, so that a change reaches those that go on for long. */
const keptMs = 60_000;

/**
 * What the data of a run demands of the models that see it. In a called run, what every agent on the way asks holds:
 * their data is what it was given.
 */
export function demandsOfRuns(db: Queryable): (workspaceId: string, runId: string) => Promise<DataDemands> {
  const runs = new LRUCache<string, Promise<DataDemands>>({ max: 5_000, ttl: keptMs });
  return (workspaceId, runId) => {
    const key = `${workspaceId} ${runId}`;
    const known = runs.get(key);
    if (known) return known;
    const read = readDemands(db, workspaceId, runId);
    runs.set(key, read);
    read.catch(() => runs.delete(key));
    return read;
  };
}

async function readDemands(db: Queryable, workspaceId: string, runId: string): Promise<DataDemands> {
  const { rows } = await db.execute(sql`
    with recursive line as (
      select id, parent_run_id, agent_id, 1 as depth from runs
      where id = ${runId} and workspace_id = ${workspaceId}
      union all
      select r.id, r.parent_run_id, r.agent_id, line.depth + 1
      from runs r join line on r.id = line.parent_run_id where line.depth < 50
    )
    select
      coalesce((select jsonb_agg(a.data_rules) from line join agents a on a.id = line.agent_id), '[]') as agents,
      (select w.data_rules from workspaces w where w.id = ${workspaceId}) as workspace`);
  const { agents, workspace } = row.parse(rows[0]);
  return demandsOf([workspace ?? {}, ...agents]);
}
