import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Conversation } from "@/lib/api/contract/conversations";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Database } from "@/lib/db/database";
import { fromCursor, page } from "@/lib/runs/service/cursor";
import { scoreOfThumb, type Thumb, thumbsName } from "@/workflows/feedback/value";

export interface ConversationFilter {
  agentId?: string | undefined;
  /** Id of a member, or `visitors`. */
  person?: string | undefined;
  source?: Conversation["source"] | undefined;
  status?: Conversation["status"] | undefined;
  thumb?: Thumb | undefined;
  commented?: "yes" | "no" | undefined;
  text?: string | undefined;
  since?: string | undefined;
  before?: string | undefined;
}

interface Paging {
  cursor?: string | undefined;
  limit: number;
}

const rowSchema = z.object({
  id: z.string(),
  agentId: z.string(),
  agentName: z.string(),
  title: z.string(),
  status: z.enum(["idle", "busy", "interrupted", "error"]),
  source: z.enum(["test", "chat", "api", "tool"]),
  person: z.string().nullable(),
  isVisitor: z.boolean(),
  turns: z.coerce.number(),
  branched: z.coerce.number(),
  micros: z.coerce.number(),
  unknownCalls: z.coerce.number(),
  tokens: z.coerce.number(),
  tookMs: z.coerce.number(),
  up: z.coerce.number(),
  down: z.coerce.number(),
  comments: z.coerce.number(),
  createdAt: z.coerce.date(),
  updatedAt: z.coerce.date(),
  time: z.string(),
});
type Row = z.infer<typeof rowSchema>;

/**
 * Conversations of the workspace, last used first. What they took is added up for the page alone, so that it does not
 * depend on how many there are.
 * @throws AppError invalid_input (cursor)
 */
export async function listConversations(
  db: Database,
  actor: WorkspaceActor,
  filter: ConversationFilter,
  { cursor, limit }: Paging,
): Promise<{ items: Conversation[]; nextCursor: string | null }> {
  const last = cursor === undefined ? undefined : fromCursor(cursor);
  const conditions = [
    ...conditionsOf(filter),
    ...(last ? [sql`(t.updated_at, t.id) < (${last.time}::timestamptz, ${last.id})`] : []),
  ];
  const rows = await readRows(db, actor, conditions, limit + 1);
  const { items, nextCursor } = page(rows, limit);
  return { items: items.map(shown), nextCursor };
}

/** One of them; undefined where there is none. */
export async function findConversation(
  db: Database,
  actor: WorkspaceActor,
  id: string,
): Promise<Conversation | undefined> {
  const [row] = await readRows(db, actor, [sql`t.id = ${id}`], 1);
  return row && shown(row);
}

async function readRows(
  db: Database,
  { workspaceId }: WorkspaceActor,
  conditions: readonly SQL[],
  limit: number,
): Promise<Row[]> {
  const where = sql.join(
    [sql`t.workspace_id = ${workspaceId}`, sql`t.branch_of is null`, ...conditions],
    sql` and `,
  );
  const { rows } = await db.execute(sql`
    select t.id, t.agent_id as "agentId", a.name as "agentName", t.title, t.status, t.source, u.name as person,
      t.visitor_id is not null as "isVisitor", t.created_at as "createdAt", t.updated_at as "updatedAt",
      t.updated_at::text as time, used.*, said.*
    from (select t.* from threads t where ${where} order by t.updated_at desc, t.id desc limit ${limit}) t
    join agents a on a.id = t.agent_id
    left join users u on u.id = t.user_id
    cross join lateral (
      select count(*) filter (where r.thread_id = t.id) as turns,
        count(*) filter (where r.thread_id <> t.id) as branched,
        coalesce(sum(r.cost_micros), 0) as micros, coalesce(sum(r.unknown_cost_calls), 0) as "unknownCalls",
        coalesce(sum(r.input_tokens + r.output_tokens), 0) as tokens, coalesce(sum(r.took_ms), 0) as "tookMs"
      from runs r
      where r.thread_id = any(array(select t.id union all select b.id from threads b where b.branch_of = t.id))
    ) used
    cross join lateral (
      select count(*) filter (where f.kind = 'thumb' and f.score = 1) as up,
        count(*) filter (where f.kind = 'thumb' and f.score = 0) as down, count(f.comment) as comments
      from feedback f where f.thread_id = t.id
    ) said
    order by t.updated_at desc, t.id desc`);
  return z.array(rowSchema).parse(rows);
}

function conditionsOf(filter: ConversationFilter): SQL[] {
  const { agentId, person, source, status, thumb, commented, text, since, before } = filter;
  const wrote = said(sql`f.comment is not null`);
  const all = [
    agentId !== undefined && sql`t.agent_id = ${agentId}`,
    person !== undefined &&
      (person === "visitors" ? sql`t.visitor_id is not null` : sql`t.user_id = ${person}`),
    source && sql`t.source = ${source}`,
    status && sql`t.status = ${status}`,
    thumb && said(sql`f.name = ${thumbsName} and f.score = ${scoreOfThumb(thumb)}`),
    commented && (commented === "yes" ? wrote : sql`not ${wrote}`),
    // Titles have no trigram index, as every turn would wait for it; this takes little more than half of `ilike`.
    text && sql`(lower(t.title) like lower(${`%${text.replace(/[\\%_]/g, "\\$&")}%`}) or t.id = ${text})`,
    since && sql`t.updated_at >= ${since}::timestamptz`,
    before && sql`t.updated_at < ${before}::timestamptz`,
  ];
  return all.filter((condition): condition is SQL => Boolean(condition));
}

const said = (what: SQL): SQL =>
  sql`exists (select 1 from feedback f where f.thread_id = t.id and f.workspace_id = t.workspace_id and ${what})`;

function shown({ up, down, comments, micros, unknownCalls, createdAt, updatedAt, time: _time, ...row }: Row) {
  return {
    ...row,
    cost: { micros, unknownCalls },
    feedback: { up, down, comments },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
