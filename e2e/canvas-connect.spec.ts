import { agentFrom, draftOf, sampleOf, testRun } from "./fixtures/agents";
import { expect, test } from "./fixtures/test";
import { boxOf, middleOf } from "./pages/editor/canvas";
import { Edges } from "./pages/editor/edges";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "canvas-connect" });

test("ports are named, and coloured by what they mean", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Colours of ports");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(agent.id);
  const colour = (port: string) =>
    canvas.outPort("Review", port).evaluate((dot) => getComputedStyle(dot).backgroundColor);
  await expect(canvas.node("Review")).toContainText(/Approve.*Ask for changes.*Limit reached/s);
  expect(await colour("approve")).toBe(await colour("changes"));
  expect(await colour("limit")).not.toBe(await colour("approve"));
  const next = await canvas
    .outPort("Revise the draft", "out")
    .evaluate((dot) => getComputedStyle(dot).backgroundColor);
  expect(next).not.toBe(await colour("approve"));
});

test("an edge is let go anywhere over a node, and led elsewhere by an end", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Led elsewhere");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  const edges = new Edges(page, canvas);
  await editor.open(agent.id);

  await test.step("snaps over the middle of a card", async () => {
    await edges.hold("Write a draft", "out", await middleOf(canvas.node("Mark as approved")));
    const line = canvas.graph.locator(".react-flow__connection circle");
    const arrival = await middleOf(line);
    const port = await middleOf(canvas.inPort("Mark as approved"));
    expect(Math.hypot(arrival.x - port.x, arrival.y - port.y)).toBeLessThan(4);
    await page.mouse.up();
    await expect(canvas.listed("Write a draft")).toContainText("Mark as approved");
    await page.keyboard.press("Control+z");
    await expect(canvas.listed("Write a draft")).not.toContainText("Mark as approved");
  });

  await test.step("its end to another node, with its cap", async () => {
    const target = await middleOf(canvas.node("Mark as approved"));
    await edges.lead("Review", "Revise the draft", "target", target);
    await expect(canvas.listed("Review")).toContainText("Mark as approved by changes");
    await expect
      .poll(async () => (await draftOf(admin, agent)).edges.review_revise)
      .toEqual({ source: "review", port: "changes", target: "accept", cap: 3 });
    await page.keyboard.press("Control+z");
    await expect(canvas.listed("Review")).toContainText("Revise the draft by changes");
  });

  await test.step("its beginning to another port", async () => {
    const port = await middleOf(canvas.outPort("Review", "changes"));
    await edges.lead("Review", "Mark as approved", "source", port);
    await expect(canvas.listed("Review")).toContainText("Mark as approved by changes");
    await page.keyboard.press("Control+z");
    await expect(canvas.listed("Review")).toContainText("Mark as approved by approve");
  });

  await test.step("let go over free space it stays where it was", async () => {
    const { x, y } = await boxOf(canvas.graph);
    await edges.lead("Start", "Write a draft", "target", { x: x + 120, y: y + 60 });
    await expect(canvas.listed("Start")).toContainText("Leads to Write a draft.");
    await expect(canvas.palette).toBeHidden();
  });
});

test("what may not be connected says why while it is drawn", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Refused");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  const edges = new Edges(page, canvas);
  await editor.open(agent.id);
  for (const [port, over, words] of [
    ["out", "Start", "nothing leads into it"],
    ["out", "Review", "leads to “Review” by this port already"],
  ] as const) {
    await edges.hold("Write a draft", port, await middleOf(canvas.node(over)));
    await expect(edges.refusal).toContainText(words);
    await page.mouse.up();
    await expect(page.getByText("These two cannot be connected").first()).toBeVisible();
    await edges.expectCount(7);
  }
});

test("an edge that leads back goes around the nodes and counts its rounds", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Around");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  const edges = new Edges(page, canvas);
  await editor.open(agent.id);
  const card = await boxOf(canvas.node("Revise the draft"));
  expect(await edges.lowest("Revise the draft", "Review")).toBeGreaterThan(card.y + card.height);
  await expect(canvas.graph.getByText("at most 3", { exact: true })).toBeVisible();

  await test.step("live, while a run goes round", async () => {
    const run = await testRun(admin, agent, sampleOf("approval"));
    await page.goto(`/agents/${agent.id}?run=${run}`);
    await expect(canvas.graph.getByText("0 of 3")).toBeVisible();
    await editor.run.answer("Ask for changes");
    await expect(canvas.graph.getByText("1 of 3")).toBeVisible();
    await expect(canvas.graph.getByText("loop · 1")).toBeVisible();
    await editor.run.answer("Ask for changes");
    await expect(canvas.graph.getByText("2 of 3")).toBeVisible();
  });
});

test("who cannot see the drawing is told every connection", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Read aloud");
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await expect(editor.canvas.listed("Review")).toContainText(
    /Follows Write a draft, Revise the draft\. Leads to .*Revise the draft by changes, at most 3 times/,
  );
});
