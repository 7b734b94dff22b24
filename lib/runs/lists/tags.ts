import { eq, sql } from "drizzle-orm";
import { runTags } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Database, Transaction } from "@/lib/db/database";

/** Tags in use, by name. */
export async function listTags(db: Database, { workspaceId }: WorkspaceActor): Promise<string[]> {
  // From one tag to the next in the index: what the tags are does not depend on how many runs carry them.
  const { rows } = await db.execute<{ tag: string }>(sql`
    with recursive tags as (
      select min(${runTags.tag}) as tag from ${runTags} where ${eq(runTags.workspaceId, workspaceId)}
      union all
      select (select min(t.tag) from run_tags t where t.workspace_id = ${workspaceId} and t.tag > tags.tag)
      from tags where tags.tag is not null
    )
    select tag from tags where tag is not null limit 500`);
  return rows.map(({ tag }) => tag);
}

export interface TagChange {
  ids: readonly string[];
  add: readonly string[];
  remove: readonly string[];
}

/** Runs of other workspaces, and those that are gone, are passed by. @returns how many runs there are of those named */
export async function tagRuns(
  tx: Transaction,
  { workspaceId }: WorkspaceActor,
  { ids, add, remove }: TagChange,
): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from runs where workspace_id = ${workspaceId} and id = any(${sql.param([...ids])}) for share`,
  );
  const known = sql.param(rows.map(({ id }) => id));
  await tx.execute(
    sql`delete from run_tags where run_id = any(${known}) and tag = any(${sql.param([...remove])})`,
  );
  await tx.execute(sql`
    insert into run_tags (run_id, workspace_id, tag, created_at)
    select r.id, r.workspace_id, tag, r.created_at from runs r, unnest(${sql.param([...add])}::text[]) tag
    where r.id = any(${known}) on conflict do nothing`);
  return rows.length;
}
