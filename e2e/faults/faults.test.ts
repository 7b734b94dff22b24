import { randomInt } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import type { Size } from "./scenario";
import { scenarios } from "./scenarios";
import { Random } from "./world/random";
import { createWorld, type World } from "./world/world";

/** `test`: what `npm test` has time for; `short`: everything in brief; else everything in full. */
const extent = process.env.FAULTS;
const size: Size = extent === "test" || extent === "short" ? "short" : "long";
const seed = Number(process.env.FAULTS_SEED ?? randomInt(2 ** 31));

let shared: Promise<World> | undefined;
const open = () => (shared ??= createWorld());
afterAll(async () => {
  await (await shared)?.dispose();
});

describe(`faults, ${size}, seed ${seed}`, () => {
  const played = scenarios.filter(({ onlyLong }) => extent !== "test" || !onlyLong);
  test.for(played.map((scenario) => [scenario.name, scenario.title, scenario] as const))(
    "%s: %s",
    async ([, , scenario], { skip }) => {
      const setting = { size, random: new Random(seed), world: open, skip };
      const started = performance.now();
      const figures = await scenario.play(setting);
      expect(Object.keys(figures)).not.toEqual([]);
      const seconds = Math.round((performance.now() - started) / 1000);
      const words = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
      process.stdout.write(`\n  ${scenario.name}: ${words.join(", ")} (${seconds} s)\n`);
    },
  );
});
