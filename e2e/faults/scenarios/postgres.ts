import { setTimeout as wait } from "node:timers/promises";
import type { Scenario } from "../scenario";
import { fork, relay } from "../world/graphs";
import { under } from "../world/storm";

/** The database goes in the middle of supersteps, in good order or as in a power cut, and comes back. */
export const postgres: Scenario = {
  name: "postgres",
  title: "Postgres restarted in the middle of supersteps",
  async play({ world: open, size, random }) {
    const world = await open();
    const restarts = size === "short" ? 2 : 20;
    const kinds = await Promise.all([
      world.agent("Fork through restarts", fork(world.recorder.url)),
      world.agent("Relay through restarts", relay(world.recorder.url)),
    ]);
    const { figures } = await under(
      world,
      random,
      async () => {
        for (let round = 0; round < restarts; round += 1) {
          await wait(random.between(1_500, 3_000));
          await world.cluster.stop(random.pick(["fast", "crash"] as const));
          await wait(random.between(0, 1_500));
          await world.cluster.start();
        }
        await wait(1_000);
      },
      { kinds },
    );
    return { restarts, ...figures };
  },
};
