import { z } from "zod";
import { expectSound, type Scenario } from "../scenario";
import { relay } from "../world/graphs";
import type { Member } from "../world/members";
import { until } from "../world/until";
import { judge } from "../world/verdict";
import type { World } from "../world/world";

/** More deaths than any run is granted. */
const patience = 6;

/** A run that takes its worker down with it whenever it is heard of outside. */
export const poison: Scenario = {
  name: "poison",
  title: "a run that crashes its worker each time is set aside after three, and its neighbours come through",
  onlyLong: true,
  async play({ world: open }) {
    const world = await open();
    const deadly = await world.agent("Deadly", relay(world.recorder.url, { steps: 2, ms: 60_000 }));
    const harmless = await world.agent("Harmless", relay(world.recorder.url, { ms: 200 }));
    const run = await world.start(deadly);
    const neighbours: string[] = [];
    let deaths = 0;
    const ended = judge(world, [run], 120_000);
    let isOver = false;
    void ended.finally(() => {
      isOver = true;
    });
    while (!isOver && deaths < patience) {
      neighbours.push(await world.start(harmless), await world.start(harmless));
      await Promise.race([until(async () => world.recorder.of(run).length > deaths, 60_000), ended]);
      if (isOver) break;
      const victim = await workerOf(world, run);
      if (!victim) throw new Error("Nobody works on the run that was heard of");
      await world.kill(victim);
      deaths += 1;
      await world.addWorker();
    }
    const [end] = (await ended).runs;
    const code = z.object({ code: z.string() }).safeParse(end?.problem).data?.code;
    if (end?.status !== "error" || code !== "run_quarantined") {
      throw new Error(`After ${deaths} dead workers the run is ${end?.status}: ${code}`);
    }
    const around = expectSound(await judge(world, neighbours, 60_000));
    return { "dead workers": deaths, ended: code, ...around };
  },
};

async function workerOf(world: World, run: string): Promise<Member | undefined> {
  const { rows } = await world.cluster.pool.query("select worker_id from runs where id = $1", [run]);
  for (const worker of world.workers) {
    if ((await worker.claims()) === Number(rows[0]?.worker_id)) return worker;
  }
  return undefined;
}
