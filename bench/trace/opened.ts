import type { BrowserContext, Page } from "@playwright/test";
import { median } from "../lib/stats";

const opensAgain = 5;

export interface OpenFigures {
  /** Milliseconds from the navigation until rows are painted. */
  painted: number;
  /** The same when the server has not folded the run yet, the median over the runs. */
  paintedFirst: number;
  /** kB of JSON that the trace comes as. */
  sent: number;
}

/** Opens traces as a person does who comes from the list, with a browser that knows the app's code: each, then one again. */
export async function openTraces(
  context: BrowserContext,
  runIds: readonly string[],
): Promise<{ page: Page; figures: OpenFigures }> {
  const page = await context.newPage();
  let sent = 0;
  page.on("response", async (response) => {
    if (response.url().endsWith("/trace")) sent = (await response.body()).length / 1_000;
  });
  const first: number[] = [];
  for (const runId of runIds) {
    await page.goto("/runs");
    await page.evaluate(() => window.probe.whenQuiet());
    first.push(await open(page, runId));
  }
  const again: number[] = [];
  for (const runId of Array.from({ length: opensAgain }, () => runIds.at(-1) ?? "")) {
    again.push(await open(page, runId));
  }
  return { page, figures: { painted: median(again), paintedFirst: median(first), sent } };
}

async function open(page: Page, runId: string): Promise<number> {
  await page.goto(`/runs/${runId}`, { waitUntil: "commit" });
  return page.evaluate(() => window.probe.whenFirstRow());
}
