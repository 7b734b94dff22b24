import { rate } from "../lib/pool";
import { median } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";
import { type Case, modelCases } from "./cases";
import { Lateness } from "./first-token";
import { speedCells, speedOf, warmUp } from "./speed";
import { openWorld } from "./world";

const widths = [1, 10, 50] as const;
/** How far the first token may lag behind the provider, in ms, by concurrency. */
const lagGoals: Partial<Record<number, number>> = { 1: 15, 50: 60 };
/** Answers at once with twenty words: what is measured is the engine. */
const fastModel = "words-20";
/** Answers at a provider's pace with the moments its tokens were sent: what is measured is their way. */
const pacedModel = "stamps-20-tps-50";

/** Graphs that call models, against LangGraph written by hand, in one process. */
export async function measureModels(baseUrl: string): Promise<void> {
  const world = await openWorld(50, baseUrl);
  try {
    printTable(
      "Runs per second: Signalbox (queue, events, live readers included) against bare LangGraph with its stock PostgresSaver",
      ["graph", "at once", "Signalbox", "LangGraph", "ratio"],
      await eachWidth(await modelCases(world, baseUrl, fastModel), async (each, width) =>
        speedCells(await speedOf(each, width)),
      ),
    );
    printTable(
      "First token behind the provider's, median: Signalbox (stored first, then shown) against bare LangGraph in memory",
      ["graph", "at once", "Signalbox", "LangGraph", "goal"],
      await eachWidth(await modelCases(world, baseUrl, pacedModel), lagCells),
    );
  } finally {
    await world.close();
  }
}

async function eachWidth(
  cases: Case[],
  cells: (each: Case, width: number) => Promise<string[]>,
): Promise<string[][]> {
  const rows: string[][] = [];
  for (const each of cases) {
    await warmUp(each);
    for (const width of widths) rows.push([each.name, String(width), ...(await cells(each, width))]);
  }
  return rows;
}

async function lagCells({ ours, bare }: Case, width: number): Promise<string[]> {
  const late = { ours: new Lateness(), bare: new Lateness() };
  const count = Math.max(10, width * 2);
  await rate(count, width, () => ours(late.ours.listener()));
  await rate(count, width, () => bare(late.bare.listener()));
  const lag = median(late.ours.first);
  const limit = lagGoals[width];
  return [
    `${fixed(lag, 0)} ms`,
    `${fixed(median(late.bare.first), 0)} ms`,
    limit === undefined ? "" : goal(lag <= limit, `≤ ${limit} ms`),
  ];
}
