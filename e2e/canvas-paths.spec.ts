import { agentFrom } from "./fixtures/agents";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "canvas-paths" });

test("the nodes that can run before and after one are lit, listed, and a way to walk the graph", async ({
  page,
  admin,
}) => {
  const agent = await agentFrom(admin, "approval", "Paths");
  const editor = new EditorPage(page);
  const { canvas, inspector } = editor;
  await editor.open(agent.id);
  const mark = (title: string) => canvas.node(title).locator("[data-mark]");

  await canvas.select("Mark as approved");
  await page.keyboard.press("Shift+P");
  await expect(mark("Mark as approved")).toHaveText("This node");
  await expect(mark("Review")).toHaveText("Before");
  await expect(mark("End")).toHaveText("After");
  await expect(canvas.listed("Review")).toContainText("Marked: Before.");

  const before = inspector.panel.getByRole("region", { name: "Can run before it" });
  await before.getByRole("button", { name: /^Review/ }).click();
  await expect.poll(() => canvas.selected()).toEqual(["Review"]);
  await expect(mark("Mark as approved")).toHaveText("After");
  await expect(mark("Revise the draft")).toHaveText("Before and after");

  await page.keyboard.press("Escape");
  await expect(canvas.graph.locator("[data-mark]")).toHaveCount(0);
  await expect(canvas.selected()).resolves.toEqual(["Review"]);
});
