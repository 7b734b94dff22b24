import type { BrowserContext, Page } from "@playwright/test";
import { EditorPage } from "@/e2e/pages/editor/editor-page";
import { nearestNode, pan, zoomIn } from "./gestures";
import { type Measured, measureGestures } from "./gestures-measured";
import { bigGraph } from "./graph";
import { liveRun } from "./live-run";
import { keyDelays, type Smoothness, smoothness } from "./measure";
import { type Box, type Stage, stageOf } from "./stage";

const opens = 3;
const text = " Keep it plain, and short, please.";

export interface EditorFigures {
  box: Box;
  /** Milliseconds from the navigation on, of each time it was opened. */
  interactive: number[];
  gestures: Measured;
  live: Record<string, Smoothness>;
  /** Milliseconds from key to paint. */
  typing: number[];
}

/** The built editor with the large graph: opened, moved about in, typed into, and watched during a run. */
export async function measureEditor(context: BrowserContext, agentId: string): Promise<EditorFigures> {
  const page = await context.newPage();
  const interactive: number[] = [];
  for (let index = 0; index < opens; index++) {
    await new EditorPage(page).open(agentId);
    interactive.push(await page.evaluate(() => window.probe.whenInteractive()));
  }
  const stage = await stageOf(page);
  const gestures = await measureGestures(stage);
  const typing = await typeIntoPrompt(stage);
  const live = await watchRun(page, agentId);
  await page.close();
  return { box: stage.box, interactive, gestures, typing, live };
}

/** In the field of a model node, whose words are an expression that is checked. */
async function typeIntoPrompt(stage: Stage): Promise<number[]> {
  const { page } = stage;
  const { canvas, inspector } = new EditorPage(page);
  await canvas.selectNothing();
  await zoomIn(stage);
  await page.evaluate(() => window.probe.whenQuiet());
  const { nodes } = bigGraph();
  const { x, y } = await nearestNode(stage, (id) => nodes[id]?.type === "model");
  await page.mouse.click(x, y);
  await inspector.field("Prompt").click();
  await page.keyboard.press("End");
  return keyDelays(page, () => page.keyboard.type(text, { delay: 60 }));
}

async function watchRun(page: Page, agentId: string): Promise<Record<string, Smoothness>> {
  const run = await liveRun(page, agentId, bigGraph());
  await page.goto(`/agents/${agentId}?run=${run.id}`);
  await page.evaluate(() => window.probe.whenInteractive());
  const stage = await stageOf(page);
  return {
    "60 run events a second": await smoothness(stage, async () => () => run.send(3)),
    "the same while panning": await smoothness(stage, async () => {
      const act = await pan(stage);
      return async () => {
        await Promise.all([run.send(2), act()]);
      };
    }),
  };
}
