import { setTimeout as wait } from "node:timers/promises";
import { expectBelow, type Scenario } from "../scenario";
import { relay } from "../world/graphs";
import { under } from "../world/storm";
import { judge } from "../world/verdict";

/**
 * A firewall forgets the connections of one worker and one web process: nobody is told, nothing arrives. Their runs go
 * on elsewhere, and both find out by themselves and work again.
 */
export const halfOpen: Scenario = {
  name: "half-open",
  title:
    "connections that swallow every byte: the work goes on elsewhere, and the process recovers by itself",
  onlyLong: true,
  async play({ world: open, size, random }) {
    const world = await open();
    const victim = await world.addWorker();
    const web = await world.addWeb();
    const { figures } = await under(world, random, async () => {
      await wait(1_500);
      victim.proxy.set("swallow");
      web.proxy.set("swallow");
      await wait(size === "short" ? 8_000 : 60_000);
      victim.proxy.set("pass");
      web.proxy.set("pass");
    });
    const began = performance.now();
    await fetch(`${web.url}/ready`, { signal: AbortSignal.timeout(90_000) });
    const answered = performance.now() - began;
    // The others rest: what comes now is for the one that was cut off, if it is there again.
    const others = world.workers.filter((worker) => worker !== victim);
    for (const other of others) other.signal("SIGSTOP");
    try {
      const run = await world.start(
        await world.agent("After the cut", relay(world.recorder.url, { steps: 2 })),
      );
      const verdict = await judge(world, [run], 90_000);
      if (verdict.lost.length > 0) throw new Error("The worker that was cut off takes no work any more");
    } finally {
      for (const other of others) other.signal("SIGCONT");
    }
    const worked = performance.now() - began;
    await Promise.all([world.kill(victim), world.kill(web)]);
    return {
      ...figures,
      ...expectBelow("web answers again after", answered, 60_000, "ms"),
      ...expectBelow("worker works again after", worked, 90_000, "ms"),
    };
  },
};
