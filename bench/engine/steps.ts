import { randomUUID } from "node:crypto";
import { rate } from "../lib/pool";
import { median } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";
import { type BareRun, bareNodes } from "./bare";
import { countingGraph } from "./graphs";
import { runOurs } from "./ours";
import { openWorld, type World } from "./world";

const short = 10;
const long = 40;
const width = 10;
const rounds = 3;
const runs = 20;
const most = 1.1;

/** Something that runs graphs of a given length. */
type Runner = (nodes: number) => Promise<() => Promise<void>>;

interface Figures {
  /** Milliseconds of the machine's time for one more step, and whole short runs per second. */
  stepMs: number;
  perSecond: number;
}

/**
 * What one more step costs: the time that long runs take over short ones. Signalbox writes events for each, bare
 * LangGraph does not; where a graph stores its state at pauses and the end only, nothing is stored in between.
 */
export async function measureSteps(baseUrl: string): Promise<void> {
  const world = await openWorld(width, baseUrl);
  try {
    const found = await inTurn(await runnersOf(world));
    const own = median(found.own.map(({ stepMs }) => stepMs));
    printTable(
      `One more step, ${width} runs at once`,
      ["", "ms a step", "of LangGraph's on the same saver", "10-node runs a second", "goal"],
      Object.entries(names).map(([key, name]) => {
        const figures = found[key as keyof typeof names];
        const ratio = median(figures.map(({ stepMs }, round) => stepMs / (found.own[round]?.stepMs ?? own)));
        return [
          name,
          fixed(median(figures.map(({ stepMs }) => stepMs)), 2),
          fixed(ratio, 2),
          fixed(median(figures.map(({ perSecond }) => perSecond))),
          key === "each" ? goal(ratio <= most, `≤ ${most}`) : "",
        ];
      }),
    );
  } finally {
    await world.close();
  }
}

const names = {
  each: "Signalbox, stored after each step",
  ends: "Signalbox, stored at pauses and the end",
  own: "bare LangGraph on Signalbox's saver",
  stock: "bare LangGraph on its stock PostgresSaver",
} as const;
type Name = keyof typeof names;

async function runnersOf(world: World): Promise<Record<Name, Runner>> {
  const fence = await world.checkpointOwner();
  const fresh = (run: BareRun) => () => run(randomUUID(), () => {});
  const ours = async (nodes: number, durability: "sync" | "exit") => {
    const agent = await world.publish(countingGraph(nodes, durability));
    return () => runOurs(world, agent, { count: 0 }, () => {});
  };
  return {
    each: (nodes) => ours(nodes, "sync"),
    ends: (nodes) => ours(nodes, "exit"),
    own: async (nodes) => fresh(bareNodes(nodes, world.ownSaver, fence)),
    stock: async (nodes) => fresh(bareNodes(nodes, world.stockSaver)),
  };
}

/** All of them by turns, so that a machine that changes its speed changes all. */
async function inTurn(runners: Record<Name, Runner>): Promise<Record<Name, Figures[]>> {
  const found: Record<Name, Figures[]> = { each: [], ends: [], own: [], stock: [] };
  const ready = await Promise.all(
    Object.entries(runners).map(async ([key, runner]) => {
      const lengths = { short: await runner(short), long: await runner(long) };
      await rate(10, 5, lengths.short);
      await rate(4, 2, lengths.long);
      return [key as Name, lengths] as const;
    }),
  );
  for (let round = 0; round < rounds; round++) {
    for (const [key, lengths] of ready) {
      const perSecond = await rate(runs, width, lengths.short);
      const longPerSecond = await rate(runs / 2, width, lengths.long);
      found[key].push({ perSecond, stepMs: (1000 / longPerSecond - 1000 / perSecond) / (long - short) });
    }
  }
  return found;
}
