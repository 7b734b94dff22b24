import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { agents, modelAnswers } from "@/drizzle/schema";
import { keptDays, type listKeptAnswers } from "@/lib/api/contract/kept-answers";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";

type Scope = Pick<WorkspaceActor, "workspaceId">;
type AgentAnswers = z.infer<typeof listKeptAnswers.response>["items"][number];

const row = z.object({
  agentId: z.string(),
  agentName: z.string(),
  calls: z.int(),
  hits: z.int(),
  savedMicros: z.coerce.number(),
  unknownSaved: z.int(),
  answers: z.int(),
  bytes: z.coerce.number(),
});

/** What is kept for each agent and what that saved; agents for which nothing is or was kept are left out. */
export async function listAnswerFigures(db: Queryable, { workspaceId }: Scope): Promise<AgentAnswers[]> {
  const { rows } = await db.execute(sql`
    with used as (
      select agent_id, count(*)::int as calls, count(*) filter (where kept)::int as hits,
        coalesce(sum(saved_micros), 0) as saved,
        count(*) filter (where kept and saved_micros is null)::int as unknown
      from usage_records
      where workspace_id = ${workspaceId} and created_at > now() - make_interval(days => ${keptDays})
      group by agent_id
    ),
    held as (
      select agent_id, count(*)::int as answers, sum(bytes) as bytes from model_answers
      where workspace_id = ${workspaceId} and expires_at > now()
      group by agent_id
    )
    select a.id as "agentId", a.name as "agentName", coalesce(u.calls, 0) as calls, coalesce(u.hits, 0) as hits,
      coalesce(u.saved, 0) as "savedMicros", coalesce(u.unknown, 0) as "unknownSaved",
      coalesce(h.answers, 0) as answers, coalesce(h.bytes, 0) as bytes
    from agents a left join used u on u.agent_id = a.id left join held h on h.agent_id = a.id
    where a.workspace_id = ${workspaceId} and a.deleted_at is null and (u.hits > 0 or h.answers > 0)
    order by a.name, a.id`);
  return row.array().parse(rows);
}

/** @throws AppError not_found */
export async function forgetAnswers(
  db: Queryable,
  { workspaceId }: Scope,
  agentId: string,
): Promise<{ forgotten: number }> {
  const [agent] = await db
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.id, agentId), eq(agents.workspaceId, workspaceId)));
  if (!agent) throw new AppError("not_found", "There is no such agent.");
  const gone = await db
    .delete(modelAnswers)
    .where(and(eq(modelAnswers.workspaceId, workspaceId), eq(modelAnswers.agentId, agentId)))
    .returning({ key: modelAnswers.key });
  return { forgotten: gone.length };
}
