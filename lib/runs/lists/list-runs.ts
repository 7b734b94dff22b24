import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { agents, runs, runTexts, users } from "@/drizzle/schema";
import type { ListedRun, RunOrder, RunSummary } from "@/lib/api/contract/runs";
import type { Actor } from "@/lib/auth/actor";
import type { Database } from "@/lib/db/database";
import { fromCursor, page } from "../service/cursor";
import { factsOf, getValues, runFacts } from "../service/read-runs";
import { visibleRuns } from "../service/visibility";
import { matches, type RunFilter } from "./filter";
import { previews } from "./previews";
import { searchedText } from "./texts";

export interface RunSearch extends RunFilter {
  /** Found in input, output or run id. */
  text?: string | undefined;
}

export interface RunPage {
  cursor?: string | undefined;
  limit: number;
  order?: RunOrder | undefined;
}

interface Order {
  /** Read back exactly from its text. */
  by: SQL;
  type: SQL;
  ascending: boolean;
  /** The number that stands for it here. */
  rank: (row: RunRow) => number;
}

const created = ({ run }: RunRow) => run.createdAt.getTime();
const orders: Record<RunOrder, Order> = {
  newest: { by: sql`${runs.createdAt}`, type: sql`timestamptz`, ascending: false, rank: created },
  oldest: { by: sql`${runs.createdAt}`, type: sql`timestamptz`, ascending: true, rank: created },
  slowest: { by: sql`${runs.tookMs}`, type: sql`bigint`, ascending: false, rank: ({ run }) => run.tookMs },
  costliest: {
    by: sql`${runs.spentMicros}`,
    type: sql`bigint`,
    ascending: false,
    rank: ({ run }) => run.spentMicros,
  },
};

interface Wanted {
  order: Order;
  limit: number;
}

/** @throws AppError invalid_input (cursor) */
export async function listRuns(
  db: Database,
  actor: Actor,
  search: RunSearch,
  page: RunPage,
): Promise<{ items: ListedRun[]; nextCursor: string | null }> {
  const { rows, nextCursor } = await findRows(db, actor, search, page);
  const items = rows.map((row) => {
    const { inputPreview, outputPreview } = row;
    return { ...factsOf(row), inputPreview, outputPreview };
  });
  return { items, nextCursor };
}

/** The same with all that went in and came out. @throws AppError invalid_input (cursor) */
export async function listWholeRuns(
  db: Database,
  actor: Actor,
  search: RunSearch,
  page: RunPage,
): Promise<{ items: RunSummary[]; nextCursor: string | null }> {
  const { rows, nextCursor } = await findRows(db, actor, search, page);
  const values = await getValues(
    db,
    rows.map(({ id }) => id),
  );
  const items = rows.flatMap((row) => {
    // One that was deleted between the two reads is left out.
    const value = values.get(row.id);
    return value ? [{ ...factsOf(row), ...value }] : [];
  });
  return { items, nextCursor };
}

async function findRows(
  db: Database,
  actor: Actor,
  { text, ...filter }: RunSearch,
  { cursor, limit, order: name = "newest" }: RunPage,
) {
  const order = orders[name];
  const visible = visibleRuns(db, actor);
  // A version's runs lie close together in time. The planner takes them to be spread evenly, and would walk through all
  // newer runs of the workspace; this way it can only take the index of versions.
  const isVersion = filter.agentId !== undefined && filter.version !== undefined;
  const here = isVersion && filter.problem === undefined ? sql`(${visible}) is true` : visible;
  const where = and(here, matches(filter), cursor ? after(cursor, order) : undefined);
  // One more than asked for tells whether there is more.
  const wanted = { order, limit: limit + 1 };
  const found = await (text ? search(db, where, text, wanted) : read(db, where, wanted));
  const { items, nextCursor } = page(
    found.map((row) => ({ ...row, id: row.run.id })),
    limit,
  );
  return { rows: items, nextCursor };
}

function read(db: Database, where: SQL | undefined, { order: { by, ascending }, limit }: Wanted) {
  const direction = ascending ? asc : desc;
  return db
    .select({ ...runFacts, ...previews, time: sql<string>`(${by})::text` })
    .from(runs)
    .innerJoin(agents, eq(agents.id, runs.agentId))
    .leftJoin(users, eq(users.id, runs.createdBy))
    .where(where)
    .orderBy(direction(by), direction(runs.id))
    .limit(limit);
}
type RunRow = Awaited<ReturnType<typeof read>>[number];

/** Runs whose text is kept apart by now, and those that have not come so far, as one list. */
async function search(db: Database, where: SQL | undefined, text: string, wanted: Wanted): Promise<RunRow[]> {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const isKept = sql`exists (select 1 from ${runTexts} where ${runTexts.runId} = ${runs.id}
    and ${runTexts.text} like lower(${pattern}))`;
  const isFresh = and(isNull(runs.compactedAt), sql`${searchedText} ilike ${pattern}`);
  const found = await Promise.all([
    read(db, and(where, isKept), wanted),
    read(db, and(where, isFresh), wanted),
  ]);
  const { rank, ascending } = wanted.order;
  const sign = ascending ? 1 : -1;
  // A run that was put away between the two reads is found by both.
  const rows = new Map(found.flat().map((row) => [row.run.id, row]));
  return [...rows.values()].toSorted((a, b) => sign * (rank(a) - rank(b))).slice(0, wanted.limit);
}

function after(cursor: string, { by, type, ascending }: Order): SQL {
  const last = fromCursor(cursor);
  return sql`(${by}, ${runs.id}) ${ascending ? sql`>` : sql`<`} (${last.time}::${type}, ${last.id})`;
}
