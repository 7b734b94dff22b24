import type { Random } from "./world/random";
import type { Verdict } from "./world/verdict";
import type { World } from "./world/world";

/** `short` is part of `npm test`; `long` is what the promise says. */
export type Size = "short" | "long";

export interface Setting {
  /** The installation that scenarios share. */
  world(): Promise<World>;
  size: Size;
  random: Random;
  /** Ends the scenario where this machine does not allow it. */
  skip(reason: string): never;
}

/** A fault, and what must be true in spite of it. */
export interface Scenario {
  /** Asked for by `npm run test:faults -- name`. */
  name: string;
  /** What is done, and what must hold. */
  title: string;
  /** Left out of `npm test`: it takes long even when short, or needs what not every machine allows. */
  onlyLong?: true;
  /** @returns the figures of the pass line. @throws when something did not hold */
  play(setting: Setting): Promise<Figures>;
}

export type Figures = Record<string, string | number>;

/** @throws Error naming what did not hold */
export function expectSound(verdict: Verdict): Figures {
  const { runs, lost, repeated, doubled, broken, doubts } = verdict;
  const problems = runs.filter(({ id }) => broken.includes(id)).map(({ problem }) => JSON.stringify(problem));
  const faults = { lost, "repeated committed steps": repeated, "done twice": doubled, broken: problems };
  for (const [name, list] of Object.entries(faults)) {
    if (list.length > 0) throw new Error(`${name}: ${list.length}\n  ${list.slice(0, 10).join("\n  ")}`);
  }
  return { runs: runs.length, lost: 0, "repeated committed steps": 0, repairs: 0, "asked a person": doubts };
}

/** @throws Error when a figure is beyond its bound */
export function expectBelow(name: string, value: number, bound: number, unit: string): Figures {
  if (!(value <= bound))
    throw new Error(`${name}: ${value} ${unit}, and at most ${bound} ${unit} was promised`);
  return { [name]: `${Math.round(value * 10) / 10} ${unit}` };
}
