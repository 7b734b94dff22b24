import { and, count, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { agents, agentVersions, interrupts, runs } from "@/drizzle/schema";
import type { InterruptSummary } from "@/lib/api/contract/runs";
import type { Actor } from "@/lib/auth/actor";
import type { Database } from "@/lib/db/database";
import { interruptAnswerSchema, interruptPayloadSchema } from "@/workflows/events/event";
import { type Answerer, answererOf, refusal } from "../pauses/answerer";
import { commentSchema, standingSchema } from "../pauses/standing";
import { fromCursor, page } from "./cursor";
import { interruptNotFound, visibleInterrupts } from "./visibility";

export interface InterruptFilter {
  status?: InterruptSummary["status"] | undefined;
  agentId?: string | undefined;
  runId?: string | undefined;
  threadId?: string | undefined;
  /** Those that name the reader, or those for the reader's role and for everybody. */
  whose?: "all" | "mine" | "groups" | undefined;
}

/** Pauses that no person is asked about are no matter of the inbox; who looks at one run or thread sees them. */
const asked = eq(interrupts.kind, "human");

const time = sql<string>`${interrupts.createdAt}::text`;
/** The node's title in the graph as it ran; one inside a subgraph is named by its address, `sub/inner`. */
const nodeTitle = sql<string | null>`
  coalesce(${runs.document}, ${agentVersions.document}) #>> string_to_array(
    'nodes/' || replace(${interrupts.nodeId}, '/', '/config/graph/nodes/') || '/title', '/')`;

function select(db: Database, where: SQL | undefined) {
  return db
    .select({ interrupt: interrupts, agentName: agents.name, nodeTitle, time, id: interrupts.id })
    .from(interrupts)
    .innerJoin(agents, eq(agents.id, interrupts.agentId))
    .innerJoin(runs, eq(runs.id, interrupts.runId))
    .leftJoin(
      agentVersions,
      and(eq(agentVersions.agentId, runs.agentId), eq(agentVersions.number, runs.version)),
    )
    .where(where);
}
type Row = Awaited<ReturnType<typeof select>>[number];

/** @throws AppError not_found */
export async function getInterrupt(db: Database, actor: Actor, id: string): Promise<InterruptSummary> {
  const [row] = await select(db, and(eq(interrupts.id, id), visibleInterrupts(db, actor)));
  if (!row) throw interruptNotFound();
  return summary(row, await answererOf(db, actor));
}

/** The same for whoever holds a link to it. @throws AppError not_found */
export async function pauseFor(db: Database, who: Answerer, id: string): Promise<InterruptSummary> {
  const [row] = await select(db, eq(interrupts.id, id));
  if (!row) throw interruptNotFound();
  return summary(row, who);
}

/** Newest first; `waiting` counts all that wait and that the actor may see. @throws AppError invalid_input (cursor) */
export async function listInterrupts(
  db: Database,
  actor: Actor,
  filter: InterruptFilter,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: InterruptSummary[]; nextCursor: string | null; waiting: number }> {
  const visible = visibleInterrupts(db, actor);
  const who = await answererOf(db, actor);
  const where = and(
    visible,
    isFor(who, filter.whose),
    matches(filter),
    filter.runId || filter.threadId ? undefined : asked,
    cursor ? after(cursor) : undefined,
  );
  const rows = await select(db, where)
    .orderBy(desc(interrupts.createdAt), desc(interrupts.id))
    .limit(limit + 1);
  const { items, nextCursor } = page(rows, limit);
  return { items: items.map((row) => summary(row, who)), nextCursor, waiting: await countWaiting(db, actor) };
}

export async function countWaiting(db: Database, actor: Actor): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(interrupts)
    .where(and(visibleInterrupts(db, actor), eq(interrupts.status, "waiting"), asked));
  return row?.waiting ?? 0;
}

function matches({ status, agentId, runId, threadId }: InterruptFilter): SQL | undefined {
  return and(
    status ? eq(interrupts.status, status) : undefined,
    agentId ? eq(interrupts.agentId, agentId) : undefined,
    runId ? eq(interrupts.runId, runId) : undefined,
    threadId ? eq(interrupts.threadId, threadId) : undefined,
  );
}

function isFor({ email, role }: Answerer, whose: InterruptFilter["whose"] = "all"): SQL | undefined {
  if (whose === "all") return undefined;
  const names = (one: object) => sql`${interrupts.assignees} @> ${JSON.stringify([one])}::jsonb`;
  if (whose === "mine") return email ? names({ kind: "member", email }) : sql`false`;
  return or(sql`${interrupts.assignees} = '[]'`, role ? names({ kind: "role", role }) : undefined);
}

function after(cursor: string): SQL {
  const last = fromCursor(cursor);
  return sql`(${interrupts.createdAt}, ${interrupts.id}) < (${last.time}::timestamptz, ${last.id})`;
}

function summary({ interrupt, agentName, nodeTitle: title }: Row, who: Answerer): InterruptSummary {
  const standing = standingSchema.parse(interrupt);
  const problem = interrupt.status === "waiting" ? refusal(who, standing, interrupt.kind) : undefined;
  return {
    id: interrupt.id,
    agentId: interrupt.agentId,
    agentName,
    runId: interrupt.runId,
    threadId: interrupt.threadId,
    nodeId: interrupt.nodeId,
    nodeTitle: title ?? interrupt.nodeId,
    payload: interruptPayloadSchema.parse(interrupt.payload),
    status: interrupt.status,
    answer: interrupt.answer === null ? null : interruptAnswerSchema.parse(interrupt.answer),
    answeredBy: interrupt.answeredByName,
    answeredAt: interrupt.answeredAt?.toISOString() ?? null,
    createdAt: interrupt.createdAt.toISOString(),
    assignees: standing.assignees,
    votes: standing.votes.map(({ vote }) => vote),
    comments: commentSchema.array().parse(interrupt.comments),
    expiresAt:
      interrupt.kind === "human" || interrupt.kind === "client"
        ? (interrupt.wakeAt?.toISOString() ?? null)
        : null,
    escalatesAt: interrupt.escalateAt?.toISOString() ?? null,
    mayAnswer: interrupt.status === "waiting" && !problem,
    whyNot: problem?.message ?? null,
  };
}
