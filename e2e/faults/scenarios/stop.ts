import { setTimeout as wait } from "node:timers/promises";
import { expectBelow, type Scenario } from "../scenario";
import { under } from "../world/storm";

/** What an operator or a scheduler of containers does at every release. */
export const stop: Scenario = {
  name: "stop",
  title: "SIGTERM of a worker under load: it hands its runs over, and nobody is asked about anything",
  async play({ world: open, size, random }) {
    const world = await open();
    const rounds = size === "short" ? 2 : 20;
    let longest = 0;
    const { figures, verdict } = await under(world, random, async () => {
      for (let round = 0; round < rounds; round += 1) {
        await wait(random.between(500, 2_000));
        const began = performance.now();
        await world.stop(random.pick(world.workers));
        longest = Math.max(longest, performance.now() - began);
        await world.addWorker();
      }
    });
    if (verdict.doubts > 0) throw new Error(`${verdict.doubts} steps were cut off instead of handed over`);
    return { stops: rounds, ...figures, ...expectBelow("longest stop", longest, 30_000, "ms") };
  },
};
