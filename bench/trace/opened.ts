import type { BrowserContext, Page } from "@playwright/test";
import { median } from "../lib/stats";

const opens = 5;

export interface OpenFigures {
  /** Milliseconds from the navigation until rows are painted. */
  painted: number;
  /** The same when the server has not folded the run yet. */
  paintedFirst: number;
  /** kB of JSON that the trace comes as. */
  sent: number;
}

/** Opens the trace a few times, as a person does who comes from the list, with a browser that knows the app's code. */
export async function openTrace(
  context: BrowserContext,
  runId: string,
): Promise<{ page: Page; figures: OpenFigures }> {
  const page = await context.newPage();
  let sent = 0;
  page.on("response", async (response) => {
    if (response.url().endsWith(`/runs/${runId}/trace`)) sent = (await response.body()).length / 1_000;
  });
  await page.goto("/runs");
  const times: number[] = [];
  for (let index = 0; index < opens; index++) {
    await page.goto(`/runs/${runId}`, { waitUntil: "commit" });
    times.push(await page.evaluate(() => window.probe.whenFirstRow()));
  }
  const [first = Number.NaN, ...others] = times;
  return { page, figures: { painted: median(others), paintedFirst: first, sent } };
}
