import { agentFrom, draftOf } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { startRequestCounter } from "./fixtures/request-counter";
import { expect, test } from "./fixtures/test";
import { boxOf, middleOf } from "./pages/editor/canvas";
import { EditorPage } from "./pages/editor/editor-page";
import { Paper } from "./pages/editor/paper";
import { Exchange } from "./pages/exchange";

test.use({ installation: "canvas-notes" });

test("a note is written where the pointer is, and changed, moved, resized and taken back", async ({
  page,
  admin,
}) => {
  const agent = await agentFrom(admin, "approval", "Noted");
  const editor = new EditorPage(page);
  const { canvas, inspector } = editor;
  const paper = new Paper(page, canvas);
  const notes = async () => Object.values((await draftOf(admin, agent)).layout.stickies);
  await editor.open(agent.id);
  const graph = await boxOf(canvas.graph);
  const free = { x: graph.x + 80, y: graph.y + 60 };

  await test.step("by key, at the pointer", async () => {
    await page.mouse.move(free.x, free.y);
    await page.keyboard.press("Shift+S");
    await paper.noteField.fill("# Why\n\nSo that a **person** looks first.");
    await page.keyboard.press("Escape");
    await expect(paper.note("Why")).toBeFocused();
    await expect(paper.note("Why").getByRole("heading", { name: "Why" })).toBeVisible();
    await expect(paper.note("Why").locator("strong, [data-streamdown=strong]")).toHaveText("person");
    const { x, y } = await boxOf(paper.note("Why"));
    expect(Math.hypot(x - free.x, y - free.y)).toBeLessThan(4);
    await expect.poll(async () => (await notes()).map(({ text }) => text.slice(0, 5))).toEqual(["# Why"]);
    await expect(canvas.graph.getByRole("listitem").filter({ hasText: /^Note: # Why/ })).toBeAttached();
  });

  await test.step("Enter and a double click write in it; leaving it keeps the words", async () => {
    await page.keyboard.press("Enter");
    await paper.noteField.fill("Second");
    await canvas.clickFreeSpace();
    await expect(paper.note("Second")).toBeVisible();
    await paper.note("Second").dblclick();
    await paper.noteField.fill("Third");
    await page.keyboard.press("Escape");
    await expect(paper.note("Third")).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(paper.note("Second")).toBeVisible();
  });

  await test.step("it is moved, resized and coloured", async () => {
    const [before] = await notes();
    const from = await middleOf(paper.note("Second"));
    await canvas.drag(from, { x: from.x + 70, y: from.y + 200 });
    await expect.poll(async () => (await notes())[0]?.y).toBeGreaterThan((before?.y ?? 0) + 150);
    const box = await boxOf(paper.note("Second"));
    const corner = { x: box.x + box.width, y: box.y + box.height };
    await canvas.drag(corner, { x: corner.x + 80, y: corner.y + 50 });
    await expect.poll(async () => (await notes())[0]?.width).toBeGreaterThan((before?.width ?? 0) + 50);
    await inspector.panel.getByRole("radio", { name: "Violet" }).click();
    await expect.poll(async () => (await notes())[0]?.color).toBe("violet");
    await inspector.fill("Note", "Fourth");
    await expect(paper.note("Fourth")).toBeVisible();
  });

  await test.step("the menu puts one where it was opened", async () => {
    await canvas.graph.locator(".react-flow__pane").click({ button: "right", position: { x: 90, y: 40 } });
    await page.getByRole("menuitem", { name: "Add note" }).click();
    await paper.noteField.fill("From the menu");
    await page.keyboard.press("Escape");
    const { x, y } = await boxOf(paper.note("From the menu"));
    expect(Math.hypot(x - graph.x - 90, y - graph.y - 40)).toBeLessThan(4);
    await page.keyboard.press("Delete");
    await expect(paper.note("From the menu")).toHaveCount(0);
  });

  await test.step("the button of the toolbar makes one too, and it is taken back", async () => {
    await canvas.pressButton("Add note");
    await expect(paper.noteField).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(paper.note("empty")).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(paper.note("empty")).toHaveCount(0);
    await expect(paper.note("Fourth")).toBeVisible();
  });
  await expectAccessible(page);
});

test("notes are copied with nodes into another agent, are in pictures, and load nothing", async ({
  page,
  admin,
}) => {
  const elsewhere = await startRequestCounter();
  const from = await agentFrom(admin, "approval", "Copied from");
  const to = await agentFrom(admin, "blank", "Copied to");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  const paper = new Paper(page, canvas);
  await editor.open(from.id);
  await canvas.pressButton("Add note");
  await paper.noteField.fill(`Take care\n\n![spy](${elsewhere.url}/spy.png)`);
  await page.keyboard.press("Escape");
  await expect(paper.note("Take care").getByRole("link", { name: "Image: spy" })).toBeVisible();

  await test.step("the picture holds it, and the frame of a group", async () => {
    await canvas.select("Review");
    await page.keyboard.press("Control+g");
    await paper.titleField.fill("Looked at");
    await page.keyboard.press("Enter");
    const { content } = await new Exchange(page).export("Picture (SVG)");
    expect(content.toString()).toContain("Take care");
    expect(content.toString()).toContain("Looked at");
  });

  await test.step("copied together, pasted together", async () => {
    await paper.note("Take care").click({ position: { x: 10, y: 10 } });
    await paper
      .frame("Looked at")
      .getByRole("heading")
      .click({ modifiers: ["Shift"] });
    await expect(editor.inspector.panel.getByRole("heading", { level: 2 })).toHaveText(
      "1 group and 1 note selected",
    );
    await page.keyboard.press("Control+c");
    await editor.open(to.id);
    await canvas.clickFreeSpace();
    await page.keyboard.press("Control+v");
    const offer = page.getByRole("dialog", { name: "Paste 1 node" });
    await offer.getByRole("button", { name: /and paste$/ }).click();
    await expect(paper.note("Take care")).toBeVisible();
    await expect(paper.frame("Looked at")).toBeVisible();
    await expect(canvas.node("Review")).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(paper.note("Take care")).toHaveCount(0);
    await expect(paper.frame("Looked at")).toHaveCount(0);
  });
  expect(elsewhere.asked).toEqual([]);
  await elsewhere.close();
});
