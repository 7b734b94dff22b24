import { agentFrom, sampleOf, testRun } from "./fixtures/agents";
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

test("a join shows what each branch wrote, how it is merged, and with a run the values", async ({
  page,
  admin,
}) => {
  const agent = await agentFrom(admin, "research", "Joined");
  const editor = new EditorPage(page);
  const { canvas, inspector } = editor;
  await page.goto(`/agents/${agent.id}?path=report`);
  await expect.poll(() => canvas.selected()).toEqual(["Write the report"]);
  const join = inspector.panel.getByRole("region", { name: "Branches that meet here" });
  const notes = join.getByRole("region", { name: "notes" });
  await expect(notes).toContainText("Append");
  await expect(
    notes.getByRole("button", { name: /^(Main points|Open questions|Count and collect)/ }),
  ).toHaveCount(3);
  await expect(join).toContainText("Start a test run to see the values.");

  const runId = await testRun(admin, agent, sampleOf("research"));
  await page.goto(`/agents/${agent.id}?path=report&run=${runId}`);
  await expect(notes.getByRole("figure", { name: "what was written to notes" })).toHaveCount(3);
  await expect(notes.getByRole("figure", { name: "notes after all branches" })).toContainText("The text has");

  await canvas.select("Main points");
  await expect(canvas.node("Open questions").locator("[data-mark]")).toHaveText("In parallel");
  await expect.poll(() => new URL(page.url()).searchParams.get("path")).toBe("points");
});
