import { agentFrom } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { expect, test } from "./fixtures/test";
import { boxOf, middleOf } from "./pages/editor/canvas";
import { Edges } from "./pages/editor/edges";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "canvas-add" });

test("the palette finds what is meant, and shows what it does", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "blank", "Found in the palette");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(agent.id);
  const first = canvas.palette.getByRole("option").first();
  const search = canvas.palette.getByPlaceholder("Search nodes");
  const preview = canvas.palette.getByRole("complementary", { name: "What it does" });

  await test.step("opens by / at the pointer", async () => {
    await canvas.clickFreeSpace();
    const { x, y } = await boxOf(canvas.graph);
    await page.mouse.move(x + 200, y + 120);
    await page.keyboard.press("/");
    const opened = await boxOf(canvas.palette);
    expect(Math.abs(opened.x - (x + 200))).toBeLessThan(24);
    expect(Math.abs(opened.y - (y + 120))).toBeLessThan(24);
  });

  await test.step("by title, by synonym, by what it does, by some of its letters", async () => {
    for (const [words, title] of [
      ["mod", "Model"],
      ["approval", "Human"],
      ["if", "Branch"],
      ["hmn", "Human"],
    ] as const) {
      await search.fill(words);
      await expect(first).toContainText(title);
      await expect(first).toHaveAttribute("aria-selected", "true");
    }
    await search.fill("qqzx");
    await expect(canvas.palette.getByText("No node does that")).toBeVisible();
  });

  await test.step("the marked one tells its channels and ports", async () => {
    await search.fill("Human");
    await expect(preview).toContainText("People");
    await expect(preview).toContainText(/Reads.*Writes.*Ports.*Send/s);
    await search.fill("Branch");
    await expect(preview).toContainText("Flow");
    await search.fill("");
    await page.keyboard.press("ArrowDown");
    await expect(preview).not.toBeEmpty();
    await expectAccessible(page);
  });

  await test.step("what was used last comes first, after a reload too", async () => {
    await canvas.choose("HTTP");
    await canvas.addByKeyboard("HTTP request", "Code");
    await page.reload();
    await canvas.clickFreeSpace();
    await page.keyboard.press("/");
    await expect(canvas.palette.getByRole("group").first().getByRole("option")).toHaveText([
      /^Code/,
      /^HTTP/,
    ]);
  });
});

test("a node is dragged out of the palette to its place", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "blank", "Dragged");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(agent.id);
  await canvas.pressButton("Add node");
  const item = canvas.palette.getByRole("option", { name: /Asks a model once/ });
  await item.dragTo(canvas.graph.locator(".react-flow__pane"), { targetPosition: { x: 420, y: 520 } });
  await expect(canvas.nodes()).toHaveCount(3);
  await expect(canvas.palette).toBeHidden();
  const { x, y } = await boxOf(canvas.graph);
  const heading = await middleOf(canvas.node("Model").getByRole("heading"));
  expect(Math.abs(heading.x - (x + 420))).toBeLessThan(80);
  expect(Math.abs(heading.y - (y + 520))).toBeLessThan(40);
  await expect(canvas.listed("Model")).toContainText("Leads nowhere.");
});

test("an edge drawn into free space offers what can stand there", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "blank", "Drawn into free space");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(agent.id);

  await test.step("after a node: no Start; placed where it was let go, and connected", async () => {
    const dot = await middleOf(canvas.outPort("Start", "out"));
    await canvas.drag(dot, { x: dot.x + 40, y: dot.y + 160 });
    await expect(canvas.palette).toContainText("after Start");
    await expect(canvas.palette.getByRole("option", { name: /^Start/ })).toHaveCount(0);
    await expect(canvas.palette.getByRole("option", { name: /^End/ })).toHaveCount(1);
    await canvas.choose("Model");
    await expect(canvas.listed("Start")).toContainText("Model");
    const placed = await boxOf(canvas.node("Model"));
    expect(Math.abs(placed.x - (dot.x + 40))).toBeLessThan(40);
    expect(Math.abs(placed.y - (dot.y + 160))).toBeLessThan(60);
  });

  await test.step("before a node, drawn backwards: nothing that leads nowhere", async () => {
    const dot = await middleOf(canvas.inPort("Model"));
    await canvas.drag(dot, { x: dot.x - 20, y: dot.y + 140 });
    await expect(canvas.palette).toContainText("before Model");
    await expect(canvas.palette.getByRole("option", { name: /^End/ })).toHaveCount(0);
    await canvas.choose("Code");
    await expect(canvas.listed("Code")).toContainText("Leads to Model");
  });
});

test("the + on an edge puts a node in between, in one undo", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "blank", "In between");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  const edges = new Edges(page, canvas);
  await editor.open(agent.id);
  await edges.insert("Start", "End", "Model");
  await expect(canvas.listed("Start")).toContainText("Leads to Model.");
  await expect(canvas.listed("Model")).toContainText("Leads to End.");
  await edges.expectCount(2);
  await page.keyboard.press("Control+z");
  await expect(canvas.listed("Start")).toContainText("Leads to End.");
  await edges.expectCount(1);
});
