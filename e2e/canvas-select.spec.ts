import { agentFrom } from "./fixtures/agents";
import { expect, test } from "./fixtures/test";
import { boxOf, middleOf } from "./pages/editor/canvas";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "canvas-select" });

test("the arrow keys walk the graph, and with Shift take all that follows or leads here", async ({
  page,
  admin,
}) => {
  const agent = await agentFrom(admin, "approval", "Walked");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(agent.id);
  const walk = async (key: string, title: string) => {
    await page.keyboard.press(key);
    await expect.poll(() => canvas.selected()).toEqual([title]);
    await expect(canvas.node(title)).toBeFocused();
  };
  await canvas.clickFreeSpace();
  await walk("ArrowRight", "Start");
  await walk("ArrowRight", "Write a draft");
  await walk("ArrowRight", "Review");
  await walk("ArrowRight", "Mark as approved");
  await walk("ArrowDown", "Revise the draft");
  await walk("ArrowLeft", "Review");

  await page.keyboard.press("Shift+ArrowRight");
  await expect
    .poll(() => canvas.selected())
    .toEqual(["End", "Mark as approved", "Review", "Revise the draft"]);
  await canvas.select("Write a draft");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(() => canvas.selected()).toEqual(["Start", "Write a draft"]);

  await canvas.select("Write a draft");
  await page.keyboard.press("Shift+t");
  await expect.poll(() => canvas.selected()).toEqual(["Revise the draft", "Write a draft"]);
});

test("selected nodes are aligned and distributed, by key and by button", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Arranged");
  const editor = new EditorPage(page);
  const { canvas, inspector } = editor;
  await editor.open(agent.id);
  await canvas.select("Write a draft");
  await canvas.selectToo("Revise the draft");
  const before = await canvas.place("Revise the draft");

  await page.keyboard.press("Alt+a");
  await expect
    .poll(async () => (await canvas.place("Revise the draft")).x)
    .toBe((await canvas.place("Write a draft")).x);
  await page.keyboard.press("Control+z");
  await expect.poll(() => canvas.place("Revise the draft")).toEqual(before);

  await inspector.panel.getByRole("button", { name: /^Align upper edges/ }).click();
  await expect
    .poll(async () => (await canvas.place("Revise the draft")).y)
    .toBe((await canvas.place("Write a draft")).y);
  await expect(inspector.panel.getByRole("button", { name: /^Distribute from left/ })).toBeDisabled();

  await canvas.selectToo("Review");
  await inspector.panel.getByRole("button", { name: /^Distribute from left/ }).click();
  const [first, middle, last] = await Promise.all(
    ["Write a draft", "Review", "Revise the draft"].map((title) => boxOf(canvas.node(title))),
  );
  const gaps = [
    (middle?.x ?? 0) - ((first?.x ?? 0) + (first?.width ?? 0)),
    (last?.x ?? 0) - ((middle?.x ?? 0) + (middle?.width ?? 0)),
  ] as const;
  expect(Math.abs(gaps[0] - gaps[1])).toBeLessThan(2);
});

test("a part of the graph is tidied alone; the whole of it from where it begins", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Tidied");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(agent.id);
  await canvas.move("Revise the draft", { x: -160, y: 70 });
  const start = await canvas.place("Start");
  const draft = await canvas.place("Write a draft");
  const end = await canvas.place("End");
  await canvas.select("Review");
  await canvas.selectToo("Revise the draft");
  const review = await canvas.place("Review");
  await page.keyboard.press("Alt+Shift+l");
  await expect.poll(async () => (await canvas.place("Revise the draft")).x).toBeGreaterThan(review.x + 208);
  expect(await canvas.place("Review")).toEqual(review);
  expect(await canvas.place("Write a draft")).toEqual(draft);

  await canvas.pressButton("Tidy layout");
  await expect.poll(() => canvas.place("End")).not.toEqual(end);
  expect(await canvas.place("Start")).toEqual(start);
});

test("a dragged node is held in line with the others, which is shown", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "In line");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(agent.id);
  const accept = await canvas.place("Mark as approved");
  const from = await middleOf(canvas.node("Revise the draft").getByRole("heading"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 30, { steps: 6 });
  await page.mouse.move(from.x + 3, from.y + 30, { steps: 6 });
  await expect(canvas.graph.locator("[data-guide=x]")).toBeVisible();
  await page.mouse.up();
  await expect(canvas.graph.locator("[data-guide=x]")).toHaveCount(0);
  await expect.poll(async () => (await canvas.place("Revise the draft")).x).toBe(accept.x);
});
