import { expectSound, type Scenario } from "../scenario";
import { talk } from "../world/graphs";
import { judge } from "../world/verdict";

/** Slowness is no fault: what takes its time is left alone. */
export const long: Scenario = {
  name: "long",
  title: "a healthy node that takes ten minutes is executed once",
  onlyLong: true,
  async play({ world: open, size }) {
    const world = await open();
    const model = size === "short" ? "words-25-tps-1" : "words-600-tps-1";
    const run = await world.start(await world.agent("Slow", talk(world.recorder.url, world.model(model))));
    const verdict = await judge(world, [run], 900_000);
    const figures = expectSound(verdict);
    const asked = world.provider.requests.filter((request) => request.model === model).length;
    if (asked !== 1) throw new Error(`The model was asked ${asked} times`);
    const { rows } = await world.cluster.pool.query(
      "select epoch, extract(epoch from ended_at - started_at) as took from runs where id = $1",
      [run],
    );
    if (rows[0]?.epoch !== 1) throw new Error(`It was claimed ${rows[0]?.epoch} times`);
    return { took: `${Math.round(Number(rows[0]?.took))} s`, "model asked": asked, claims: 1, ...figures };
  },
};
