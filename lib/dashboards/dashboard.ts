import type { Pool } from "pg";
import { z } from "zod";
import type { Dashboard, DashboardGroup } from "@/lib/api/contract/dashboards";
import { may, type WorkspaceActor } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import type { RangeWish } from "@/workflows/figures/range";
import { type Ask, askOf, endOf, type FigureFilter, startOf } from "./ask";
import { figuresOf } from "./figures-of";
import { groupsOf, kindOf } from "./groups";
import { labelled } from "./labels";
import { readSums, readTimes, type SumRow } from "./read-figures";

export type DashboardWish = FigureFilter & RangeWish & { group: DashboardGroup };

const mostProblems = 20;
const mostUncounted = 1_000;

/** @throws AppError invalid_input (from, to), forbidden (people) */
export async function readDashboard(
  pool: Pool,
  actor: WorkspaceActor,
  { group, ...wish }: DashboardWish,
): Promise<Dashboard> {
  if (group === "person" && !may(actor, "member.read")) {
    throw new AppError("forbidden", "Who runs agents is told to those who may see the members.", {
      field: "group",
    });
  }
  const ask = askOf(actor, wish);
  const since = startOf(ask);
  const grouped = { kinds: [kindOf[group]], by: group, since };
  const [sums, times, groupSums, groupTimes, problems, uncounted] = await Promise.all([
    readSums(pool, ask, { kinds: ["run"], by: "none" }),
    readTimes(pool, ask, { kinds: ["run"], by: "none" }, "bucket"),
    readSums(pool, ask, grouped),
    readTimes(pool, ask, grouped, "group"),
    readSums(pool, ask, { kinds: ["problem"], by: "name", since }),
    countUncounted(pool, ask),
  ]);
  const { edges, bucket } = ask.range;
  const buckets = edges.slice(0, -1).map((edge, index) => ({
    since: new Date(edge).toISOString(),
    before: new Date(edges[index + 1] ?? edge).toISOString(),
    figures: figuresOf(at(sums, index + 1), at(times, index + 1)),
  }));
  const { groups, count } = groupsOf(groupSums, groupTimes, buckets.length);
  return {
    since: since.toISOString(),
    before: endOf(ask).toISOString(),
    bucket,
    total: figuresOf(now(sums), now(times)),
    earlier: figuresOf(at(sums, 0), at(times, 0)),
    buckets,
    groups: await labelled(pool, ask.workspaceId, group, groups),
    groupCount: count,
    problems: problemsOf(problems),
    uncounted,
  };
}

const at = <Row extends { place: number }>(rows: readonly Row[], place: number) =>
  rows.filter((row) => row.place === place);
const now = <Row extends { place: number }>(rows: readonly Row[]) => rows.filter((row) => row.place > 0);

function problemsOf(rows: readonly SumRow[]): { code: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const { name, n } of rows) counts.set(name, (counts.get(name) ?? 0) + n);
  return [...counts]
    .map(([code, n]) => ({ code, n }))
    .toSorted((a, b) => b.n - a.n || a.code.localeCompare(b.code))
    .slice(0, mostProblems);
}

const countRows = z.array(z.object({ n: z.coerce.number() })).length(1);

/** Few at most times: they are counted within seconds. */
async function countUncounted(pool: Pool, { workspaceId }: Ask): Promise<number> {
  const { rows } = await pool.query(
    `select count(*) as n from (select 1 from runs where workspace_id = $1 and counted_at is null
       and ended_at is not null limit ${mostUncounted}) as few`,
    [workspaceId],
  );
  return countRows.parse(rows)[0]?.n ?? 0;
}
