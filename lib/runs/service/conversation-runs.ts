import { and, desc, eq, lte, type SQL, sql } from "drizzle-orm";
import { runs, threads } from "@/drizzle/schema";
import { runOriginSchema } from "@/workflows/events/run-origin";
import type { RunContext } from "./context";
import { notUndone } from "./kept-turn";
import type { RunRow } from "./turn-messages";

/** What was stopped while it waited for its turn was never said. */
const notTakenBack = sql`not (${runs.held} is not distinct from 'thread' and ${runs.endedAt} is not null)`;

/** Where the way back through a conversation goes on: in this thread, at this run or before it. */
interface Place {
  threadId: string;
  runId: string | null;
  inclusive: boolean;
}

/** Branches of branches that a way back goes through at most. */
const mostHops = 20;

/**
 * The latest runs of a conversation, oldest first, as who talks in it knows them: those that led to its head. Where that
 * stands on a branch, the branch's runs take the place of what it was made from and all that came after.
 * @param before those that led to this run of it instead
 */
export async function conversationRuns(
  { db }: Pick<RunContext, "db">,
  threadId: string,
  most: number,
  before?: RunRow,
): Promise<RunRow[]> {
  let place = before ? await wayTo(db, before) : await headOf(db, threadId);
  const found: RunRow[] = [];
  for (let hop = 0; place && hop < mostHops && found.length < most; hop += 1) {
    const stretch = await runsBack(db, place, most - found.length);
    const turn = stretch.findIndex(({ afterRunId }) => afterRunId !== null);
    const taken = turn < 0 ? stretch : stretch.slice(0, turn + 1);
    found.push(...taken);
    place = await placeBefore(db, taken.at(-1));
  }
  return found.reverse();
}

async function headOf(db: RunContext["db"], threadId: string): Promise<Place> {
  const [thread] = await db.select().from(threads).where(eq(threads.id, threadId));
  const head = thread?.headRunId ? await runOf(db, thread.headRunId) : undefined;
  return head
    ? { threadId: head.threadId, runId: head.id, inclusive: true }
    : { threadId, runId: null, inclusive: true };
}

/** Where the run before this one is looked for: in its own thread, unless it begins a stretch. */
async function wayTo(db: RunContext["db"], run: RunRow): Promise<Place | undefined> {
  const own: Place = { threadId: run.threadId, runId: run.id, inclusive: false };
  if (run.afterRunId === null && (await runsBack(db, own, 1)).length > 0) return own;
  return placeBefore(db, run);
}

function runsBack(
  db: RunContext["db"],
  { threadId, runId, inclusive }: Place,
  most: number,
): Promise<RunRow[]> {
  return db
    .select()
    .from(runs)
    .where(and(eq(runs.threadId, threadId), notUndone, notTakenBack, upTo(runId, inclusive)))
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(most);
}

function upTo(runId: string | null, inclusive: boolean): SQL | undefined {
  if (runId === null) return undefined;
  const that = sql`(select created_at, id from runs mark where mark.id = ${runId})`;
  return inclusive
    ? lte(sql`(${runs.createdAt}, ${runs.id})`, that)
    : sql`(${runs.createdAt}, ${runs.id}) < ${that}`;
}

/** What came before the first run of a stretch, where that is in another thread. */
async function placeBefore(db: RunContext["db"], first: RunRow | undefined): Promise<Place | undefined> {
  if (!first) return undefined;
  if (first.afterRunId !== null) {
    const after = await runOf(db, first.afterRunId);
    return after && { threadId: after.threadId, runId: after.id, inclusive: true };
  }
  if (first.fork === null || first.origin === null) return undefined;
  const origin = await runOf(db, runOriginSchema.parse(first.origin).runId);
  // The branch says again what the run said that it was made from.
  return origin && { threadId: origin.threadId, runId: origin.id, inclusive: false };
}

async function runOf(db: RunContext["db"], id: string): Promise<RunRow | undefined> {
  const [run] = await db.select().from(runs).where(eq(runs.id, id));
  return run;
}
