import type { Page } from "@playwright/test";
import { median, percentile } from "../lib/stats";
import type { Gesture } from "./gestures";
import type { Stage } from "./stage";

/** How smooth something was. Milliseconds. */
export interface Smoothness {
  median: number;
  p95: number;
  mean: number;
  /** The main thread's work for each frame. */
  work: number;
}

/** Frames that the page draws while something is done to it. */
export async function smoothness(stage: Stage, gesture: Gesture): Promise<Smoothness> {
  const { page } = stage;
  const act = await gesture(stage);
  await page.evaluate(() => window.probe.whenQuiet());
  const record = await page.evaluateHandle(() => window.probe.recordFrames());
  const before = await taskTime(stage);
  await act();
  const work = (await taskTime(stage)) - before;
  const gaps = await record.evaluate((stop) => stop());
  await record.dispose();
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  return {
    median: median(gaps),
    p95: percentile(gaps, 0.95),
    mean: total / gaps.length,
    work: work / gaps.length,
  };
}

/** Time from each key to the frame that shows it, while something is typed. */
export async function keyDelays(page: Page, type: () => Promise<void>): Promise<number[]> {
  const record = await page.evaluateHandle(() => window.probe.recordKeys());
  await type();
  await page.evaluate(() => window.probe.whenQuiet());
  const delays = await record.evaluate((stop) => stop());
  await record.dispose();
  return delays;
}

async function taskTime({ devtools }: Stage): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const spent = metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  return spent * 1_000;
}
