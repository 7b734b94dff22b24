import { setTimeout as wait } from "node:timers/promises";
import { expectSound, type Scenario } from "../scenario";
import { Resumption } from "../world/resumption";
import { under } from "../world/storm";

/** A clock that is wrong from the start of the process on, for all code in it. */
const shifted = (ms: number) => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    `const Real=Date;const by=${ms};globalThis.Date=class extends Real{constructor(...a){a.length?super(...a):super(Real.now()+by)}static now(){return Real.now()+by}};`,
  )}`,
});
const tenMinutes = 600_000;

/** Two workers live ten minutes before and after the rest of the world. */
export const clock: Scenario = {
  name: "clock",
  title: "workers whose clocks are ten minutes off: no run is taken from a healthy one, a dead one's go on",
  onlyLong: true,
  async play({ world: open, size, random }) {
    const world = await open();
    const early = await world.addWorker(shifted(-tenMinutes));
    const late = await world.addWorker(shifted(tenMinutes));
    const resumption = new Resumption(world.cluster);
    const { verdict, accepted } = await under(world, random, async () => {
      for (let round = 0; round < (size === "short" ? 1 : 10); round += 1) {
        await wait(random.between(2_000, 4_000));
        const victim = random.pick(world.workers.filter((worker) => worker !== early && worker !== late));
        const number = await victim.claims();
        await world.kill(victim);
        await resumption.lost(number, Date.now());
        await world.addWorker();
      }
    });
    const { rows } = await world.cluster.pool.query(
      "select coalesce(sum(epoch - 1), 0)::int as moves from runs where id = any($1)",
      [accepted],
    );
    const answered = verdict.doubts;
    const needless = Number(rows[0]?.moves) - resumption.count - answered;
    if (needless > 0) throw new Error(`${needless} runs were taken from workers that were well`);
    await Promise.all([world.kill(early), world.kill(late)]);
    return {
      ...expectSound(verdict),
      "lost their worker": resumption.count,
      "taken needlessly": Math.max(0, needless),
    };
  },
};
