import { agentsApi, runsApi } from "@/lib/api/contract";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

const target = process.env.UPDATE_SCREENSHOT ? "public/screenshot.png" : "test-results/screenshot.png";

test.use({ installation: "screenshot", viewport: { width: 1440, height: 900 }, colorScheme: "light" });

test("the picture of the README: an approval flow that waits for a person", async ({ page, admin }) => {
  const { items } = await admin.call(agentsApi.listAgents, {});
  const agent = items.find(({ slug }) => slug === "approval-with-a-loop");
  if (!agent) throw new Error("The example agent is missing");
  const run = await admin.call(runsApi.createTestRun, {
    params: { id: agent.id },
    body: { revision: agent.revision, input: { topic: "The library opens on Sundays" } },
  });
  const editor = new EditorPage(page);
  await page.goto(`/agents/${agent.id}?run=${run.id}`);
  await expect(editor.run.approval).toBeVisible();
  await expect(editor.canvas.node("Review").getByText("Waiting for a person")).toBeAttached();
  await editor.canvas.select("Review");
  await page.screenshot({ path: target, animations: "disabled" });
});
