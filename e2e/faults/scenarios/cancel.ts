import { setTimeout as wait } from "node:timers/promises";
import { percentile } from "@/bench/lib/stats";
import { expectBelow, type Scenario } from "../scenario";
import { talk } from "../world/graphs";
import { until } from "../world/until";

/** Somebody asks to stop, and the message to the worker never arrives: what is stored must be enough. */
export const cancel: Scenario = {
  name: "cancel",
  title: "a cancel whose message is lost reaches the run within 2 seconds",
  async play({ world: open, size, random }) {
    const world = await open();
    const agent = await world.agent(
      "To be stopped",
      talk(world.recorder.url, world.model("words-400-tps-60")),
    );
    const { pool } = world.cluster;
    const delays: number[] = [];
    // As many at once as the workers have places for.
    for (let round = 0; round < (size === "short" ? 1 : 5); round += 1) {
      const runs = await Promise.all(Array.from({ length: 10 }, () => world.start(agent)));
      await until(async () => (await statuses(runs)).every((status) => status !== "pending"));
      await wait(random.between(200, 1_500));
      await pool.query("update runs set cancel_requested_at = now() where id = any($1)", [runs]);
      const asked = Date.now();
      await until(async () => (await statuses(runs)).every((status) => status === "cancelled"));
      const { rows } = await pool.query("select ended_at from runs where id = any($1)", [runs]);
      delays.push(...rows.map(({ ended_at: ended }) => Number(ended) - asked));
    }
    return {
      runs: delays.length,
      "stopped (median)": `${Math.round(percentile(delays, 0.5))} ms`,
      ...expectBelow("stopped (slowest)", Math.max(...delays), 2_000, "ms"),
    };

    async function statuses(ids: readonly string[]): Promise<string[]> {
      const found = await world.cluster.pool.query("select status from runs where id = any($1)", [ids]);
      return found.rows.map(({ status }) => String(status));
    }
  },
};
