import { draw, end, mark, node, start, subgraph, trail } from "@/workflows/compile/testing/draw";
import { draftOf } from "./fixtures/agents";
import { agentOf, relayGraph } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "subgraph" });

const ask = node(
  "human",
  { message: "Go on?", answers: [{ id: "yes", label: "Yes", tone: "primary" }] },
  {},
  "Ask",
);
const reviewing = draw({
  channels: { trail },
  nodes: {
    start: start(),
    before: mark("Before"),
    sub: subgraph(
      {
        channels: { trail },
        nodes: { start: start(), first: mark("First"), ask, last: mark("Last"), end: end("trail") },
        edges: ["start > first", "first > ask", "ask.yes > last", "last > end"],
      },
      [],
      ["trail"],
      {},
      "Review",
    ),
    after: mark("After"),
    end: end("trail"),
  },
  edges: ["start > before", "before > sub", "sub > after", "after > end"],
});

test("a graph inside a node is opened, edited, undone, left, and found by its address", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(admin, "Inside", reviewing);
  const editor = new EditorPage(page);
  const { canvas, inspector } = editor;
  await editor.open(agent.id);
  await expect(canvas.node("Review")).toContainText("5 nodes");

  await canvas.select("Review");
  await page.keyboard.press("Enter");
  const place = page.getByRole("navigation", { name: "Place in the graph" });
  await expect(place).toHaveText("InsideReview");
  await expect(canvas.node("First")).toBeVisible();
  await expect(canvas.node("Before")).toHaveCount(0);

  await canvas.select("First");
  await inspector.fill("Title", "The very first");
  await expect(canvas.node("The very first")).toBeVisible();
  await canvas.disconnect("Last", "End");
  await expect(editor.problemsButton).toHaveText("2 problems");
  await place.getByRole("button", { name: "Inside" }).click();
  await expect(canvas.node("Before")).toBeVisible();
  await editor.problemsButton.click();
  await editor.problems.getByRole("button", { name: /In “Review”: “Last”/ }).click();
  await expect(place).toHaveText("InsideReview");
  await expect.poll(() => canvas.selected()).toEqual(["Last"]);

  await canvas.graph.getByRole("button", { name: /^Undo/ }).click();
  await expect(canvas.edge("Last", "End")).toHaveCount(1);
  await expect(editor.problemsButton).toHaveCount(0);
  await editor.saved();
  const { nodes } = await draftOf(admin, agent);
  expect(JSON.stringify(nodes.sub?.config)).toContain("The very first");

  await page.reload();
  await expect(canvas.node("The very first")).toBeVisible();
  await canvas.clickFreeSpace();
  await page.keyboard.press("Escape");
  await expect(place).toHaveCount(0);
  await expect.poll(() => canvas.selected()).toEqual(["Review"]);
});

test("a run pauses inside, is answered, and shows each node inside below its subgraph", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(admin, "Pausing", reviewing);
  const editor = new EditorPage(page);
  const { canvas, run } = editor;
  await editor.open(agent.id);
  await editor.testRun();
  await expect(run.approval).toContainText("Ask");
  await expect(canvas.node("Review")).toContainText("Waiting");
  await run.answer("Yes");
  await expect(run.status).toContainText("Done");
  await expect(run.span(/^Last/)).toBeVisible();

  await canvas.node("Review").dblclick();
  await expect(canvas.node("Ask")).toContainText("Done");
  await run.span(/^First/).click();
  await expect.poll(() => canvas.selected()).toEqual(["First"]);
});

test("nodes are collapsed into a subgraph and expanded again, each by one command and one undo", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(admin, "Collapsing", relayGraph());
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(agent.id);
  const before = await draftOf(admin, agent);
  await canvas.select("Shout");
  await canvas.selectToo("Sign");
  await page.keyboard.press("Control+Alt+g");
  await expect(canvas.node("Shout")).toHaveCount(0);
  await expect(canvas.node("Subgraph")).toContainText("4 nodes");
  await expect.poll(() => canvas.selected()).toEqual(["Subgraph"]);
  await expect(editor.problemsButton).toHaveCount(0);

  await canvas.graph.getByRole("button", { name: /^Undo/ }).click();
  await expect(canvas.node("Shout")).toBeVisible();
  await canvas.graph.getByRole("button", { name: /^Redo/ }).click();
  await canvas.select("Subgraph");
  await page.keyboard.press("Control+Alt+Shift+g");
  await expect.poll(() => canvas.selected()).toEqual(["Shout", "Sign"]);
  await editor.saved();
  const after = await draftOf(admin, agent);
  expect(after.nodes).toEqual(before.nodes);
  expect(after.channels).toEqual(before.channels);

  await canvas.select("Start");
  await canvas.selectToo("Shout");
  await page.keyboard.press("Control+Alt+g");
  await expect(page.getByText("These nodes cannot become a subgraph")).toBeVisible();
});
