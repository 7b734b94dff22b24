import { chromium } from "@playwright/test";
import { startApp } from "@/e2e/fixtures/app";
import { firstAdmin } from "@/e2e/fixtures/session";
import { openMigratedDatabase } from "@/lib/db/connect";
import { parseEnv } from "@/lib/env";
import { createLog } from "@/lib/log/log";
import config from "@/playwright.config";
import { bundle } from "../canvas/bundle";
import type { Smoothness } from "../canvas/measure";
import { median, percentile } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";
import { measureReading } from "./gestures";
import { type OpenFigures, openTraces } from "./opened";
import { measureScrubbing } from "./scrubbing";
import { seededRun } from "./seeded-run";

/** Sizes in spans, and how many runs of each are opened for the first time. */
const sizes = [
  { size: 2_000, runs: 5 },
  { size: 10_000, runs: 1 },
];
/** The size that has a goal for the first time it is opened; the other shows how that grows. */
const goalSize = 2_000;

/** Long traces in a browser: how soon they are there, and how smoothly one goes through them. */
export async function measureTrace(): Promise<void> {
  const app = await startApp();
  const browser = await chromium.launch(config.use?.launchOptions);
  const database = await openMigratedDatabase(
    parseEnv({ DATA_DIR: app.dataDir, NODE_ENV: "production" }),
    createLog("warn"),
  );
  try {
    const admin = await firstAdmin(app.url);
    const context = await browser.newContext({
      baseURL: app.url,
      storageState: admin.storage(),
      viewport: { width: 1440, height: 900 },
    });
    await context.addInitScript({ content: await bundle("bench/canvas/probe/probe.ts") });
    await openTraces(context, [await seededRun(admin, database, 30)]);
    for (const { size, runs } of sizes) {
      const runIds: string[] = [];
      for (let index = 0; index < runs; index++) runIds.push(await seededRun(admin, database, size));
      const { page, figures } = await openTraces(context, runIds);
      report(size, figures, await measureReading(page));
      await page.close();
    }
    reportScrubbing(await measureScrubbing(context, admin));
  } finally {
    await database.close();
    await browser.close();
    await app.dispose();
  }
}

function report(
  size: number,
  { painted, paintedFirst, sent }: OpenFigures,
  read: Record<string, Smoothness>,
) {
  const spans = size.toLocaleString("en");
  printTable(
    `The trace of a run with ${spans} spans`,
    ["figure", "value", "goal"],
    [
      ["first paint", `${fixed(painted, 0)} ms`, goal(painted < 1_000, "< 1,000 ms")],
      [
        "first paint, never read before",
        `${fixed(paintedFirst, 0)} ms`,
        size === goalSize ? goal(paintedFirst < 1_000, "< 1,000 ms") : "",
      ],
      ["sent, before it is packed", `${fixed(sent, 0)} kB`, ""],
    ],
  );
  printTable(
    "Frames",
    ["frames, ms", "median", "p95", "work", "goal"],
    Object.entries(read).map(([name, { median, p95, work }]) => [
      name,
      fixed(median),
      fixed(p95),
      fixed(work),
      goal(median <= 20, "50 a second"),
    ]),
  );
}

function reportScrubbing(delays: readonly number[]) {
  const p95 = percentile(delays, 0.95);
  printTable(
    "Going through 500 checkpoints, from a key to the frame that shows the step",
    ["moves", "median, ms", "p95, ms", "slowest, ms", "goal"],
    [
      [
        String(delays.length),
        fixed(median(delays)),
        fixed(p95),
        fixed(Math.max(...delays)),
        goal(p95 < 50, "p95 < 50 ms"),
      ],
    ],
  );
}
