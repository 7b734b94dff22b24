import { randomUUID } from "node:crypto";
import { rate } from "../lib/pool";
import { median } from "../lib/stats";
import { withStockContext } from "../lib/stock-context";
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
  /** Milliseconds for one more step; of them, what this process computed: other work on the machine matters less. */
  stepMs: number;
  cpuMs: number;
  /** Whole short runs. */
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
    const ratioOf = (figures: Figures[], key: "stepMs" | "cpuMs") =>
      median(figures.map((each, round) => each[key] / (found.own[round]?.[key] ?? Number.NaN)));
    printTable(
      `One more step, ${width} runs at once`,
      [
        "",
        "ms",
        "of LangGraph's on the same saver",
        "goal",
        "CPU ms",
        "of LangGraph's",
        "10-node runs a second",
      ],
      names.map(([key, name]) => {
        const figures = found[key];
        const ratio = ratioOf(figures, "stepMs");
        return [
          name,
          fixed(median(figures.map(({ stepMs }) => stepMs)), 2),
          fixed(ratio, 2),
          key === "each" ? goal(ratio <= most, `≤ ${most}`) : "",
          fixed(median(figures.map(({ cpuMs }) => cpuMs)), 2),
          fixed(ratioOf(figures, "cpuMs"), 2),
          fixed(median(figures.map(({ perSecond }) => perSecond))),
        ];
      }),
    );
  } finally {
    await world.close();
  }
}

const names = [
  ["each", "Signalbox, stored after each step"],
  ["ends", "Signalbox, stored at pauses and the end"],
  ["own", "bare LangGraph on Signalbox's saver"],
  ["stock", "bare LangGraph on its stock PostgresSaver"],
] as const;
type Name = (typeof names)[number][0];

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
    names.map(async ([key]) => {
      const lengths = { short: await runners[key](short), long: await runners[key](long) };
      await rate(10, 5, lengths.short);
      await rate(4, 2, lengths.long);
      return { key, lengths };
    }),
  );
  for (let round = 0; round < rounds; round++) {
    for (const { key, lengths } of ready) {
      const measure = async () => [await timed(lengths.short), await timed(lengths.long)] as const;
      const isBare = key === "own" || key === "stock";
      const [few, more] = await (isBare ? withStockContext(measure) : measure());
      found[key].push({
        perSecond: 1_000 / few.ms,
        stepMs: (more.ms - few.ms) / (long - short),
        cpuMs: (more.cpuMs - few.cpuMs) / (long - short),
      });
    }
  }
  return found;
}

/** Milliseconds of a run. */
async function timed(run: () => Promise<void>): Promise<{ ms: number; cpuMs: number }> {
  const before = process.cpuUsage();
  const perSecond = await rate(runs, width, run);
  const { user, system } = process.cpuUsage(before);
  return { ms: 1_000 / perSecond, cpuMs: (user + system) / 1_000 / runs };
}
