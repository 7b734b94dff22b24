import { goal, printTable } from "../lib/table";
import { countingCase } from "./cases";
import { speedCells, speedOf, warmUp } from "./speed";
import { openWorld } from "./world";

const widths = [1, 10, 50, 100];
const least = 1.5;

/** Runs per second of a graph whose every step is stored, against LangGraph written by hand, in one process. */
export async function measureRuns(baseUrl: string): Promise<void> {
  const world = await openWorld(Math.max(...widths), baseUrl);
  try {
    const each = await countingCase(world);
    await warmUp(each);
    const rows: string[][] = [];
    for (const width of widths) {
      const speed = await speedOf(each, width);
      rows.push([String(width), ...speedCells(speed), goal(speed.ratio >= least, `≥ ${least}`)]);
    }
    printTable(
      "Runs per second of 10 nodes, every step stored: Signalbox (queue, events, live readers included) against bare LangGraph with its stock PostgresSaver",
      ["at once", "Signalbox", "LangGraph", "ratio", "goal"],
      rows,
    );
  } finally {
    await world.close();
  }
}
