import { agentFrom, draftOf } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { Fingers } from "./fixtures/fingers";
import { expect, test } from "./fixtures/test";
import { boxOf, middleOf } from "./pages/editor/canvas";
import { EditorPage } from "./pages/editor/editor-page";
import { Paper } from "./pages/editor/paper";

test.use({ installation: "canvas-touch", viewport: { width: 390, height: 844 }, hasTouch: true });

test("a finger moves the view, two zoom, and only what was tapped before is dragged", async ({
  page,
  admin,
}) => {
  const agent = await agentFrom(admin, "chat-agent", "Touched");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  const fingers = await Fingers.on(page);
  await editor.open(agent.id);
  const card = canvas.node("Assistant");
  const sheet = page.getByRole("dialog", { name: "Assistant" });
  const close = async () => {
    await sheet.getByRole("button", { name: "Close" }).tap();
    await expect(sheet).toBeHidden();
  };

  await test.step("a finger that lands on a node moves the view, not the node", async () => {
    const place = await canvas.place("Assistant");
    const before = await boxOf(card);
    const from = await middleOf(card);
    await fingers.drag([from, { x: from.x + 20, y: from.y + 140 }]);
    await expect.poll(async () => (await boxOf(card)).y - before.y).toBeGreaterThan(100);
    expect(await canvas.place("Assistant")).toEqual(place);
  });

  await test.step("two fingers zoom", async () => {
    const before = await boxOf(card);
    const middle = { x: 195, y: 400 };
    await fingers.drag(
      [
        { x: middle.x - 30, y: middle.y },
        { x: middle.x - 90, y: middle.y },
      ],
      [
        { x: middle.x + 30, y: middle.y },
        { x: middle.x + 90, y: middle.y },
      ],
    );
    await expect.poll(async () => (await boxOf(card)).width / before.width).toBeGreaterThan(1.5);
    await page.getByRole("button", { name: "Fit the whole graph" }).tap();
    await expect(canvas.node("End")).toBeInViewport({ ratio: 0.99 });
  });

  await test.step("a tap opens the settings; the tapped node can then be dragged", async () => {
    await fingers.tap(await middleOf(card));
    await expect(sheet).toBeVisible();
    await expectAccessible(page);
    await close();
    const place = await canvas.place("Assistant");
    const from = await middleOf(card);
    await fingers.drag([from, { x: from.x, y: from.y + 90 }]);
    await expect.poll(async () => (await canvas.place("Assistant")).y).toBeGreaterThan(place.y + 60);
    await expect
      .poll(async () => (await draftOf(admin, agent)).layout.nodes.assistant?.y)
      .toBeGreaterThan(place.y + 60);
    await expect(sheet).toBeHidden();
  });

  await test.step("everything to tap is large enough for a finger", async () => {
    const small = await page.locator("button:visible, a:not(.sr-only):visible").evaluateAll((targets) =>
      targets
        .map((target) => ({
          name: target.textContent || target.ariaLabel,
          box: target.getBoundingClientRect(),
        }))
        .filter(
          ({ box, name }) => name !== "React Flow" && box.width > 1 && (box.width < 44 || box.height < 44),
        )
        .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
    );
    expect(small).toEqual([]);
  });
});

test("a long press opens the menu of what is under the finger; notes and groups are made", async ({
  page,
  admin,
}) => {
  const agent = await agentFrom(admin, "chat-agent", "Pressed");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  const paper = new Paper(page, canvas);
  const fingers = await Fingers.on(page);
  await editor.open(agent.id);
  const menu = page.getByRole("menu");
  const hold = async (point: { x: number; y: number }) => {
    await fingers.down(point);
    await expect(menu).toBeVisible();
    await fingers.up();
    await expect(menu).toBeInViewport({ ratio: 0.99 });
  };

  await test.step("on a node: it becomes a group", async () => {
    await hold(await middleOf(canvas.node("Assistant")));
    await menu.getByRole("menuitem", { name: /^Group/ }).tap();
    await paper.titleField.fill("Talks");
    await page.keyboard.press("Enter");
    await expect(paper.frame("Talks")).toBeVisible();
    await expect
      .poll(async () => Object.values((await draftOf(admin, agent)).layout.groups).map(({ nodes }) => nodes))
      .toEqual([["assistant"]]);
  });

  await test.step("on free space: a note, near enough to be read", async () => {
    const graph = await boxOf(canvas.graph);
    const free = { x: graph.x + 60, y: graph.y + 70 };
    await hold(free);
    await menu.getByRole("menuitem", { name: "Add note" }).tap();
    await paper.noteField.fill("Read me");
    await page.keyboard.press("Escape");
    // The view comes near enough for the words to be read.
    await expect(paper.note("Read me")).toBeInViewport({ ratio: 0.99 });
    await expect.poll(async () => (await boxOf(paper.note("Read me"))).width).toBeGreaterThan(120);
  });

  await test.step("a tap opens a note for changes", async () => {
    await fingers.tap(await middleOf(paper.note("Read me")));
    const note = page.getByRole("dialog", { name: "Note" });
    await note.getByLabel("Note", { exact: true }).fill("Read me first");
    await note.getByRole("radio", { name: "Green" }).tap();
    await expectAccessible(page);
    await note.getByRole("button", { name: "Close" }).tap();
    await expect(paper.note("Read me first")).toBeVisible();
  });
});
