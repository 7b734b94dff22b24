import { rate } from "../lib/pool";
import { median } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";
import { type Case, prepareCases } from "./cases";
import { Lateness } from "./first-token";
import { openWorld } from "./world";

const widths = [1, 10, 50] as const;
/** Rounds of each pair, ours and bare in turn, so that a machine that changes its speed changes both. */
const rounds = 3;
/** How far the first token may lag behind the provider, in ms, by concurrency. */
const lagGoals: Partial<Record<number, number>> = { 1: 15, 50: 60 };
/** Answers at once with twenty words: what is measured is the engine. */
const fastModel = "words-20";
/** Answers at a provider's pace with the moments its tokens were sent: what is measured is their way. */
const pacedModel = "stamps-20-tps-50";

/** Part (a): the engine against LangGraph written by hand, in one process. */
export async function compareEngine(baseUrl: string): Promise<void> {
  const world = await openWorld(50, baseUrl);
  try {
    const fast = await prepareCases(world, baseUrl, fastModel);
    printTable(
      "Runs per second: Signalbox (queue, events, live readers included) against bare LangGraph with its stock PostgresSaver",
      ["graph", "at once", "Signalbox", "LangGraph", "ratio", "goal"],
      await eachWidth(fast, speedRow),
    );
    const paced = await prepareCases(world, baseUrl, pacedModel);
    printTable(
      "First token behind the provider's, median: Signalbox (stored first, then shown) against bare LangGraph in memory",
      ["graph", "at once", "Signalbox", "LangGraph", "goal"],
      await eachWidth(
        paced.filter((each) => each.hasModel),
        lagRow,
      ),
    );
  } finally {
    await world.close();
  }
}

async function eachWidth(
  cases: Case[],
  row: (each: Case, width: number) => Promise<string[]>,
): Promise<string[][]> {
  const rows: string[][] = [];
  for (const each of cases) {
    await rate(10, 5, () => each.ours(() => {}));
    await rate(10, 5, () => each.bare(() => {}));
    for (const width of widths) rows.push(await row(each, width));
  }
  return rows;
}

async function speedRow({ name, runs, hasModel, ours, bare }: Case, width: number): Promise<string[]> {
  const count = width === 1 ? Math.ceil(runs / 4) : runs;
  const speeds: { ours: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    speeds.push({
      ours: await rate(count, width, () => ours(() => {})),
      bare: await rate(count, width, () => bare(() => {})),
    });
  }
  const ratio = median(speeds.map((speed) => speed.ours / speed.bare));
  return [
    name,
    String(width),
    `${fixed(median(speeds.map((speed) => speed.ours)))}/s`,
    `${fixed(median(speeds.map((speed) => speed.bare)))}/s`,
    fixed(ratio, 2),
    hasModel ? "" : goal(ratio >= 0.85, "≥ 0.85"),
  ];
}

async function lagRow({ name, ours, bare }: Case, width: number): Promise<string[]> {
  const late = { ours: new Lateness(), bare: new Lateness() };
  const count = Math.max(10, width * 2);
  await rate(count, width, () => ours(late.ours.listener()));
  await rate(count, width, () => bare(late.bare.listener()));
  const lag = median(late.ours.first);
  const limit = lagGoals[width];
  return [
    name,
    String(width),
    `${fixed(lag, 0)} ms`,
    `${fixed(median(late.bare.first), 0)} ms`,
    limit === undefined ? "" : goal(lag <= limit, `≤ ${limit} ms`),
  ];
}
