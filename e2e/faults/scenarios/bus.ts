import { setTimeout as wait } from "node:timers/promises";
import { livenessLock } from "@/lib/realtime/notifier";
import type { Scenario } from "../scenario";
import { under } from "../world/storm";
import type { World } from "../world/world";

/** First the messages are lost again and again, then the queue and everything else behind the network. */
export const bus: Scenario = {
  name: "bus",
  title: "bus and queue down: listening connections end again and again, then nobody reaches Postgres",
  onlyLong: true,
  async play({ world: open, size, random }) {
    const world = await open();
    const lastsMs = size === "short" ? 6_000 : 60_000;
    const deaf = await under(world, random, async () => {
      const until = Date.now() + lastsMs;
      while (Date.now() < until) {
        await endListening(world);
        await wait(random.between(100, 600));
      }
    });
    const away = await under(world, random, async () => {
      await wait(1_500);
      const members = [...world.webs, ...world.workers];
      for (const { proxy } of members) proxy.set("refuse");
      await wait(lastsMs);
      for (const { proxy } of members) proxy.set("pass");
      await wait(1_500);
    });
    return {
      ...away.figures,
      "runs without a bus": deaf.verdict.runs.length,
      "asked then": deaf.verdict.doubts,
    };
  },
};

async function endListening({ cluster }: World): Promise<void> {
  await cluster.pool.query(
    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = $1",
    [livenessLock],
  );
}
