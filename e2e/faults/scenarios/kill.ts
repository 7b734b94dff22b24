import { setTimeout as wait } from "node:timers/promises";
import { percentile } from "@/bench/lib/stats";
import { expectBelow, type Scenario } from "../scenario";
import { Resumption } from "../world/resumption";
import { under } from "../world/storm";

/** Workers die at random moments while runs of every kind come in. */
export const kill: Scenario = {
  name: "kill",
  title: "kill -9 of a worker at random moments under load",
  async play({ world: open, size, random }) {
    const world = await open();
    const kills = size === "short" ? 5 : 100;
    const resumption = new Resumption(world.cluster);
    const { figures } = await under(world, random, async () => {
      for (let round = 0; round < kills; round += 1) {
        await wait(random.between(300, 2_500));
        const victim = random.pick(world.workers);
        const number = await victim.claims();
        const at = Date.now();
        await world.kill(victim);
        await resumption.lost(number, at);
        await world.addWorker();
      }
    });
    const delays = await resumption.delays();
    return {
      kills,
      ...figures,
      "lost their worker": resumption.count,
      "resumed (median)": `${Math.round(percentile(delays, 0.5))} ms`,
      ...expectBelow("resumed (p99)", percentile(delays, 0.99), 15_000, "ms"),
    };
  },
};
