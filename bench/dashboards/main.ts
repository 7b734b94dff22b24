import type { Pool } from "pg";
import type { DashboardGroup } from "@/lib/api/contract/dashboards";
import { countRuns } from "@/lib/dashboards/count-runs";
import { createDashboards } from "@/lib/dashboards/dashboards";
import { whileNobodyCounts } from "@/lib/dashboards/lock-figures";
import { openDatabase } from "@/lib/db/database";
import { countingGraph } from "../engine/graphs";
import { openWorld } from "../engine/world";
import { median, percentile } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";
import { seedRuns } from "../lists/seed-runs";
import { seedFigures, spansPerRun } from "./seed-figures";

const count = Number(process.env.BENCH_RUNS ?? 1_000_000);
const goalMs = 500;
const times = 5;

/** How long the dashboards take among very many runs and spans, and what the same would take from the runs' own rows. */
export async function measureDashboards(baseUrl: string): Promise<void> {
  const world = await openWorld(1, baseUrl);
  const { workspaceId, actor, pool, db } = world;
  try {
    const agentIds: string[] = [];
    for (let made = 0; made < 12; made += 1) agentIds.push((await world.publish(countingGraph(1))).id);
    // A batch, and the vacuum after all of them, may take longer than any statement of the server.
    const patient = openDatabase(world.databaseUrl, { size: 3, answerMs: 0 });
    const seconds = await whileNobodyCounts(patient.pool, async () => {
      await seedRuns(patient.pool, { workspaceId, agentIds, userId: actor.userId, count });
      const began = performance.now();
      await seedFigures(patient.pool, workspaceId);
      return (performance.now() - began) / 1_000;
    });
    await patient.close();
    const dashboards = createDashboards({ pool, db });
    const ask = (range: "24h" | "7d" | "30d" | "90d", zone: string, group: DashboardGroup) => () =>
      dashboards.figures(actor, { range, zone, group });
    const [agentId = ""] = agentIds;
    const rows = [
      await timed("24 hours by agent", ask("24h", "Europe/Berlin", "agent")),
      await timed("7 days by agent", ask("7d", "Europe/Berlin", "agent")),
      await timed("30 days by agent", ask("30d", "Europe/Berlin", "agent")),
      await timed("30 days by version", ask("30d", "Europe/Berlin", "version")),
      await timed("30 days by person", ask("30d", "Europe/Berlin", "person")),
      await timed("30 days by model", ask("30d", "Europe/Berlin", "model")),
      await timed("30 days by node", ask("30d", "Europe/Berlin", "node")),
      await timed("30 days by node, quarters of an hour", ask("30d", "Asia/Kathmandu", "node")),
      await timed("90 days by node", ask("90d", "Europe/Berlin", "node")),
      await timed("30 days, flame view", () =>
        dashboards.flame(actor, { range: "30d", zone: "UTC", agentId, source: "api" }),
      ),
      await timed("30 days, slowest visits", () =>
        dashboards.tops(actor, { range: "30d", zone: "UTC", agentId, path: '["node:plan"]', by: "time" }),
      ),
      await timed("30 days from the runs' own rows", () => fromRows(pool, workspaceId)),
    ];
    const spans = (count * spansPerRun).toLocaleString("en-GB");
    printTable(
      `Dashboards of ${count.toLocaleString("en-GB")} runs with ${spans} spans (counted in ${fixed(seconds)} s)`,
      ["what", "median", "worst", "goal"],
      rows,
    );
    await measureCounting(world.pool);
  } finally {
    await world.close();
  }
}

async function timed(name: string, work: () => Promise<unknown>): Promise<string[]> {
  await work();
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  const worst = percentile(took, 1);
  return [name, `${fixed(median(took))} ms`, `${fixed(worst)} ms`, goal(worst < goalMs, `< ${goalMs} ms`)];
}

/** Totals of a day each without what spans know: for comparison. */
async function fromRows(pool: Pool, workspaceId: string): Promise<void> {
  await pool.query(
    `select date_trunc('day', created_at, 'Europe/Berlin'), count(*), count(*) filter (where status = 'error'),
       sum(cost_micros), percentile_cont(array[0.5, 0.95, 0.99]) within group (order by took_ms)
     from runs where workspace_id = $1 and created_at > now() - interval '30 days' group by 1`,
    [workspaceId],
  );
}

/** How fast runs are counted that have no events any more; those with events take the time of reading them as well. */
async function measureCounting(pool: Pool): Promise<void> {
  const some = 5_000;
  const { rows } = await pool.query<{ id: string }>(
    `update runs set counted_at = null where id in (select id from runs where ended_at is not null limit ${some}) returning id`,
  );
  const ids = rows.map(({ id }) => id);
  const began = performance.now();
  // Named, so that none are left to the engine's own counter.
  while (await countRuns(pool, ids));
  const perSecond = some / ((performance.now() - began) / 1_000);
  printTable("Counting runs", ["what", "figure"], [["runs a second", fixed(perSecond)]]);
}
