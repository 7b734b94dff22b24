import { agentFrom, draftOf } from "./fixtures/agents";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "narrow editor", viewport: { width: 390, height: 844 }, hasTouch: true });

test("on a phone one looks at a graph, edits a node and runs it", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "chat-agent", "In the pocket");
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await expect(editor.canvas.node("Start")).toBeInViewport({ ratio: 0.99 });
  await expect(editor.canvas.node("End")).toBeInViewport({ ratio: 0.99 });

  const settings = page.getByRole("dialog", { name: "Assistant" });
  await test.step("a tap opens the settings of a node", async () => {
    await editor.canvas.node("Assistant").getByRole("heading").tap();
    await expect(settings).toBeVisible();
    await settings.getByLabel("Title", { exact: true }).fill("Clerk");
    const renamed = page.getByRole("dialog", { name: "Clerk" });
    await renamed.getByRole("button", { name: "Close" }).tap();
    await expect(renamed).toBeHidden();
    await expect.poll(async () => (await draftOf(admin, agent)).nodes.assistant?.title).toBe("Clerk");
  });

  await test.step("and a run comes up by itself", async () => {
    await editor.testRun();
    await editor.run.say("What is (12.5 + 3) * 4?");
    await expect(editor.run.status).toHaveText("Done");
    await expect(editor.run.panel).toContainText("62");
    await page.getByRole("dialog", { name: "Run" }).getByRole("button", { name: "Close" }).tap();
    await expect(editor.canvas.node("Clerk").getByText("Done")).toBeAttached();
  });
});
