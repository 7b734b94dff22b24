import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { agentFrom } from "@/e2e/fixtures/agents";
import { startApp } from "@/e2e/fixtures/app";
import { agentOf } from "@/e2e/fixtures/documents";
import { firstAdmin, type Session } from "@/e2e/fixtures/session";
import { EditorPage } from "@/e2e/pages/editor/editor-page";
import config from "@/playwright.config";
import { openBaseline } from "./baseline/open-baseline";
import { bundle } from "./bundle";
import { measureEditor } from "./editor";
import { nearestNode } from "./gestures";
import { measureGestures } from "./gestures-measured";
import { bigGraph } from "./graph";
import { holdLateScripts, type ScriptSizes } from "./late-scripts";
import { weighTypes } from "./node-types";
import { report } from "./report";
import { type Box, stageOf } from "./stage";

/** Part (d): the editor in a browser, with a graph of 1,000 nodes, beside React Flow alone with the same graph. */
export async function measureCanvas(): Promise<void> {
  const app = await startApp();
  const browser = await chromium.launch(config.use?.launchOptions);
  try {
    const admin = await firstAdmin(app.url);
    const context = await browser.newContext({
      baseURL: app.url,
      storageState: admin.storage(),
      viewport: { width: 1440, height: 900 },
    });
    await context.addInitScript({ content: await bundle("bench/canvas/probe/probe.ts") });
    const scripts = await loadedScripts(context, admin);
    const agent = await agentOf(admin, "Large", bigGraph());
    const editor = await measureEditor(context, agent.id);
    const baseline = await measureBaseline(context, editor.box);
    report({ ...editor, scripts, baseline, weight: await weighTypes() });
  } finally {
    await browser.close();
    await app.dispose();
  }
}

/**
 * Opens a small agent, which also fills the browser's cache as it is when somebody works. Its graph has to answer with
 * what was loaded before it was drawn.
 */
async function loadedScripts(context: BrowserContext, admin: Session): Promise<ScriptSizes> {
  const agent = await agentFrom(admin, "chat-agent", "Small");
  const page = await context.newPage();
  const scripts = await holdLateScripts(page);
  await new EditorPage(page).open(agent.id);
  await dragsAlong(page);
  scripts.release();
  await page.evaluate(() => window.probe.whenQuiet());
  await page.waitForLoadState("networkidle");
  const sizes = await scripts.sizes();
  await page.close();
  return sizes;
}

/** @throws if a node does not go where it is dragged */
async function dragsAlong(page: Page): Promise<void> {
  const stage = await stageOf(page);
  const { x, y } = await nearestNode(stage, () => true);
  const places = () => page.evaluate(() => JSON.stringify(window.probe.nodeBoxes()));
  const before = await places();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 30, { steps: 4 });
  await page.mouse.up();
  if ((await places()) === before) throw new Error("The graph is drawn but does not answer");
}

async function measureBaseline(context: BrowserContext, box: Box) {
  const page = await context.newPage();
  await openBaseline(page, bigGraph(), box);
  const measured = await measureGestures(await stageOf(page));
  await page.close();
  return measured;
}
