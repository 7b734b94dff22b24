import type { BrowserContext, Page } from "@playwright/test";
import { chain, node } from "@/bench/engine/graphs";
import { testRun } from "@/e2e/fixtures/agents";
import { agentOf } from "@/e2e/fixtures/documents";
import type { Session } from "@/e2e/fixtures/session";
import type { GraphDocument } from "@/workflows/graph/document";
import { keyDelays } from "../canvas/measure";
import { untilStatus } from "./until-status";

const wanted = 500;
const inLoop = 9;
const keys = [
  ...Array.from({ length: 40 }, () => "ArrowLeft"),
  ...Array.from({ length: 8 }, () => "PageDown"),
  ...Array.from({ length: 8 }, () => "PageUp"),
  ...Array.from({ length: 20 }, () => "ArrowRight"),
  "Home",
  "End",
];

/** Milliseconds from each key to the frame that shows another step of a run with 500 of them. */
export async function measureScrubbing(context: BrowserContext, person: Session): Promise<number[]> {
  const agent = await agentOf(person, `${wanted} steps`, loopOf(wanted));
  const runId = await testRun(person, agent, {});
  await untilStatus(person, runId, "success");
  const page = await context.newPage();
  await page.goto(`/runs/${runId}`, { waitUntil: "commit" });
  await page.evaluate(() => window.probe.whenFirstRow());
  const slider = page.getByRole("slider", { name: "Step" });
  await slider.focus();
  // What is told of the steps is loaded with the first look back.
  await page.keyboard.press("End");
  await shows(page, /^Step \d+: /);
  const delays = await keyDelays(page, async () => {
    for (const key of keys) await slider.press(key);
  });
  await shows(page, new RegExp(`^Step ${wanted}: `));
  await page.close();
  return delays;
}

/** Counting nodes in a ring, left by an edge once there have been so many steps. */
function loopOf(steps: number): GraphDocument {
  const counting = Array.from({ length: inLoop }, (_, at) => [
    `n${at}`,
    node("set-state", `Node ${at}`, { assignments: [{ channel: "count", value: "count + 1.0" }] }),
  ]);
  const rounds = Math.floor(steps / (inLoop + 1));
  const conditions = [{ id: "again", label: "Again", when: `count < ${rounds * inLoop}.0` }];
  const channels = { count: { type: "number", reducer: "replace", default: 0 } } as const;
  const document = chain(channels, [], ["count"], {
    ...Object.fromEntries(counting),
    check: node("branch", "Enough?", { conditions }),
  });
  const edges = Object.entries(document.edges).map(
    ([id, edge]) => [id, edge.source === "check" ? { ...edge, port: "else" } : edge] as const,
  );
  return {
    ...document,
    edges: {
      ...Object.fromEntries(edges),
      back: { source: "check", port: "again", target: "n0", cap: rounds },
    },
    settings: { ...document.settings, recursionLimit: steps + 50 },
  };
}

async function shows(page: Page, words: RegExp): Promise<void> {
  const slider = page.getByRole("slider", { name: "Step" });
  while (!words.test((await slider.getAttribute("aria-valuetext")) ?? "")) {
    await page.evaluate(() => window.probe.whenQuiet());
  }
}
