import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { rate } from "../lib/pool";
import { fixed, printTable } from "../lib/table";
import { tsx } from "../lib/tsx";
import { countingGraph } from "./graphs";
import { openWorld, type World } from "./world";

const runs = 300;
const atOnce = 20;

/** How fast a queue of runs is worked off by so many processes beside the database. */
export async function measureWorkers(baseUrl: string): Promise<void> {
  const world = await openWorld(0, baseUrl);
  try {
    const agent = await world.publish(countingGraph());
    const speeds: number[] = [];
    for (const count of [1, 2]) speeds.push(await workOff(world, agent, count));
    const [one = Number.NaN, two = Number.NaN] = speeds;
    printTable(
      `${runs} queued runs of 10 nodes, ${atOnce} at once in each process`,
      ["processes", "runs a second", "ratio"],
      [
        ["1", fixed(one), ""],
        ["2", fixed(two), fixed(two / one, 2)],
      ],
    );
  } finally {
    await world.close();
  }
}

/** Runs per second between the first that was begun and the last that ended. */
async function workOff(
  { actor, service, pool, dataDir }: World,
  agent: { id: string; workspaceId: string },
  count: number,
): Promise<number> {
  const { rows: since } = await pool.query("select now() as now");
  await rate(runs, 10, async () => {
    await service.create(actor, { agent, graph: { version: 1 }, source: "api", input: { count: 0 } });
  });
  const workers = Array.from({ length: count }, () =>
    spawn(tsx, ["bench/engine/worker-process.ts", dataDir, String(atOnce)], { stdio: "inherit" }),
  );
  for (;;) {
    const { rows } = await pool.query(
      `select count(ended_at)::int as ended, extract(epoch from max(ended_at) - min(started_at)) as seconds
       from runs where created_at >= $1`,
      [since[0]?.now],
    );
    if (rows[0]?.ended === runs) {
      const gone = workers.map((worker) => once(worker, "exit"));
      for (const worker of workers) worker.kill("SIGTERM");
      await Promise.all(gone);
      return runs / Number(rows[0].seconds);
    }
    await sleep(250);
  }
}
