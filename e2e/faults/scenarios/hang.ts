import { setTimeout as wait } from "node:timers/promises";
import { percentile } from "@/bench/lib/stats";
import { expectBelow, type Scenario } from "../scenario";
import { Resumption } from "../world/resumption";
import { under } from "../world/storm";

/**
 * A process that stands still keeps its connections, and with them the lock that shows that it lives: only its silence
 * gives it away. When it wakes, it believes that its runs are still its own.
 */
export const hang: Scenario = {
  name: "hang",
  title: "SIGSTOP of a worker, then SIGCONT: its runs go on elsewhere, and it can write nothing any more",
  onlyLong: true,
  async play({ world: open, size, random }) {
    const world = await open();
    const resumption = new Resumption(world.cluster);
    const { figures } = await under(world, random, async () => {
      await wait(1_500);
      const victim = random.pick(world.workers);
      const number = await victim.claims();
      victim.signal("SIGSTOP");
      await resumption.lost(number, Date.now());
      await wait(size === "short" ? 20_000 : 180_000);
      victim.signal("SIGCONT");
      await wait(1_000);
    });
    const delays = await resumption.delays();
    return {
      ...figures,
      "lost their worker": resumption.count,
      ...expectBelow("resumed (p99)", percentile(delays, 0.99), 20_000, "ms"),
    };
  },
};
