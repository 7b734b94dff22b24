import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { feedback } from "@/drizzle/schema";
import type { Feedback } from "@/lib/api/contract/feedback";
import type { Actor, WorkspaceActor } from "@/lib/auth/actor";
import type { Database } from "@/lib/db/database";
import { feedbackKinds } from "@/workflows/feedback/value";
import { shownFeedback } from "./row";

/** What was said of these runs, oldest first. The caller has checked that the actor may see them. */
export async function feedbackOf(db: Database, actor: Actor, runIds: readonly string[]): Promise<Feedback[]> {
  if (runIds.length === 0) return [];
  const rows = await db
    .select()
    .from(feedback)
    .where(inArray(feedback.runId, [...runIds]))
    .orderBy(asc(feedback.createdAt), asc(feedback.id));
  return rows.map((row) => shownFeedback(actor, row));
}

/** @returns what was deleted; nothing where there is none that they may delete */
export async function deleteFeedback(
  db: Database,
  mayDelete: (author: string) => boolean,
  place: { runId: string; id: string },
): Promise<typeof feedback.$inferSelect | undefined> {
  const here = and(eq(feedback.id, place.id), eq(feedback.runId, place.runId));
  const [row] = await db.select().from(feedback).where(here);
  if (!row || !mayDelete(row.author)) return undefined;
  await db.delete(feedback).where(here);
  return row;
}

const nameRows = z.array(
  z.object({
    name: z.string(),
    kind: z.enum(feedbackKinds),
    min: z.number().nullable(),
    max: z.number().nullable(),
  }),
);

/** Names in use, each with how it is used. */
export async function feedbackNames(db: Database, { workspaceId }: WorkspaceActor) {
  // From one name to the next in the index: what the names are does not depend on how much was said.
  const { rows } = await db.execute(sql`
    with recursive names as (
      select min(name) as name from feedback where workspace_id = ${workspaceId}
      union all
      select (select min(f.name) from feedback f where f.workspace_id = ${workspaceId} and f.name > names.name)
      from names where names.name is not null
    )
    select sample.name, sample.kind, sample.min, sample.max from names, lateral (
      select f.name, f.kind, f.min, f.max from feedback f
      where f.workspace_id = ${workspaceId} and f.name = names.name limit 1
    ) sample order by sample.name limit 200`);
  return nameRows.parse(rows);
}
