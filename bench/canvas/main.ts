import { type BrowserContext, chromium } from "@playwright/test";
import { agentFrom } from "@/e2e/fixtures/agents";
import { startApp } from "@/e2e/fixtures/app";
import { agentOf } from "@/e2e/fixtures/documents";
import { firstAdmin, type Session } from "@/e2e/fixtures/session";
import { EditorPage } from "@/e2e/pages/editor/editor-page";
import config from "@/playwright.config";
import { openBaseline } from "./baseline/open-baseline";
import { bundle } from "./bundle";
import { measureEditor } from "./editor";
import { measureGestures } from "./gestures-measured";
import { bigGraph } from "./graph";
import { report } from "./report";
import { countScripts } from "./script-size";
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
    report({ ...editor, scripts, baseline });
  } finally {
    await browser.close();
    await app.dispose();
  }
}

/** Opens a small agent, which also fills the browser's cache as it is when somebody works. */
async function loadedScripts(context: BrowserContext, admin: Session): Promise<number> {
  const agent = await agentFrom(admin, "chat-agent", "Small");
  const page = await context.newPage();
  const scripts = countScripts(page);
  await new EditorPage(page).open(agent.id);
  await page.evaluate(() => window.probe.whenInteractive());
  const size = await scripts();
  await page.close();
  return size;
}

async function measureBaseline(context: BrowserContext, box: Box) {
  const page = await context.newPage();
  await openBaseline(page, bigGraph(), box);
  const measured = await measureGestures(await stageOf(page));
  await page.close();
  return measured;
}
