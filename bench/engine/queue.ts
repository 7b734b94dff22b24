import { rate } from "../lib/pool";
import { median, percentile } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";
import { countingGraph } from "./graphs";
import { runOurs } from "./ours";
import { openWorld } from "./world";

const runs = 200;
const limitMs = 15;

/** How long an accepted run waits before a worker has it, places being free: both times are the database's. */
export async function measureQueue(baseUrl: string): Promise<void> {
  const world = await openWorld(20, baseUrl);
  try {
    const agent = await world.publish(countingGraph());
    const rows: string[][] = [];
    for (const width of [1, 4]) {
      await rate(10, width, () => runOurs(world, agent, { count: 0 }, () => {}));
      const { rows: since } = await world.pool.query("select now() as now");
      await rate(runs, width, () => runOurs(world, agent, { count: 0 }, () => {}));
      const waits = await world.pool.query(
        "select extract(epoch from started_at - created_at) * 1000 as ms from runs where created_at > $1",
        [since[0]?.now],
      );
      const ms = waits.rows.map((row) => Number(row.ms));
      const middle = median(ms);
      rows.push([
        String(width),
        `${fixed(middle)} ms`,
        `${fixed(percentile(ms, 0.99))} ms`,
        goal(middle < limitMs, `median < ${limitMs} ms`),
      ]);
    }
    printTable("From the queue to the start", ["at once", "median", "p99", "goal"], rows);
  } finally {
    await world.close();
  }
}
