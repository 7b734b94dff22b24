import { agentFrom, draftOf } from "./fixtures/agents";
import { join } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { middleOf } from "./pages/editor/canvas";
import { EditorPage } from "./pages/editor/editor-page";
import { Paper } from "./pages/editor/paper";

test.use({ installation: "canvas-groups" });

test("a group is made, named, moved, joined, left, copied and dissolved", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Grouped");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  const paper = new Paper(page, canvas);
  const members = async () => {
    const { layout, nodes } = await draftOf(admin, agent);
    const titles = (ids: string[]) => ids.map((id) => nodes[id]?.title ?? id).sort();
    return Object.values(layout.groups).map((group) => [group.title, ...titles(group.nodes)]);
  };
  await editor.open(agent.id);

  await test.step("by key; its title is typed at once", async () => {
    await canvas.select("Write a draft");
    await canvas.selectToo("Review");
    await page.keyboard.press("Control+g");
    await paper.titleField.fill("Drafting");
    await page.keyboard.press("Enter");
    await expect(paper.frame("Drafting")).toBeFocused();
    await expect.poll(members).toEqual([["Drafting", "Review", "Write a draft"]]);
    await expect(canvas.listed("Drafting")).toHaveText("Drafting, group of Write a draft, Review.");
  });

  await test.step("the frame takes its nodes along, as one thing to undo", async () => {
    const before = [await canvas.place("Write a draft"), await canvas.place("Review")] as const;
    await paper.moveFrame("Drafting", { x: 0, y: -120 });
    await expect.poll(async () => (await canvas.place("Review")).y).toBeLessThan(before[1].y - 50);
    await expect.poll(async () => (await canvas.place("Write a draft")).y).toBeLessThan(before[0].y - 50);
    await page.keyboard.press("Control+z");
    await expect.poll(() => canvas.place("Review")).toEqual(before[1]);
    await expect.poll(() => canvas.place("Write a draft")).toEqual(before[0]);
  });

  await test.step("a node is dragged in, and out again, and is told so", async () => {
    const middle = await middleOf(paper.frame("Drafting"));
    await paper.hold("Mark as approved", middle);
    await expect(paper.frame("Drafting")).toContainText("Let go to put it into this group");
    await page.mouse.up();
    await expect.poll(members).toEqual([["Drafting", "Mark as approved", "Review", "Write a draft"]]);
    await page.keyboard.press("Control+z");
    await expect.poll(members).toEqual([["Drafting", "Review", "Write a draft"]]);

    const below = { x: middle.x, y: middle.y + 260 };
    await paper.hold("Review", below);
    await expect(paper.frame("Drafting")).toContainText("Let go to take it out of this group");
    await page.mouse.up();
    await expect.poll(members).toEqual([["Drafting", "Write a draft"]]);
    await page.keyboard.press("Control+z");
    await expect.poll(members).toEqual([["Drafting", "Review", "Write a draft"]]);
  });

  await test.step("the keyboard alone renames it, moves it and puts a node in", async () => {
    await canvas.clickFreeSpace();
    await paper.frame("Drafting").focus();
    await page.keyboard.press("Enter");
    await expect(editor.inspector.field("Title")).toHaveValue("Drafting");
    await page.keyboard.press("F2");
    await paper.titleField.fill("Writing");
    await page.keyboard.press("Enter");
    const before = await canvas.place("Review");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => canvas.place("Review")).toEqual({ x: before.x, y: before.y + 5 });
    await canvas.node("End").focus();
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("Control+g");
    await expect.poll(members).toEqual([["Writing", "End", "Review", "Write a draft"]]);
    await canvas.select("End");
    await page.keyboard.press("Control+Shift+g");
    await expect.poll(members).toEqual([["Writing", "Review", "Write a draft"]]);
  });

  await test.step("a copy is a group of its own, in its colour", async () => {
    await paper.frame("Writing").getByRole("heading").click();
    await editor.inspector.panel.getByRole("radio", { name: "Green" }).click();
    await paper.frame("Writing").getByRole("heading").click();
    await page.keyboard.press("Control+d");
    await expect(paper.frame("Writing")).toHaveCount(2);
    await expect.poll(async () => (await members()).length).toBe(2);
    const { layout } = await draftOf(admin, agent);
    expect(Object.values(layout.groups).map(({ color }) => color)).toEqual(["green", "green"]);
    await page.keyboard.press("Control+z");
    await expect(paper.frame("Writing")).toHaveCount(1);
  });

  await test.step("deleting it keeps its nodes; deleting its nodes takes it along", async () => {
    await paper.frame("Writing").getByRole("heading").click();
    await page.keyboard.press("Delete");
    await expect(paper.frame("Writing")).toHaveCount(0);
    await expect(canvas.node("Review")).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(paper.frame("Writing")).toHaveCount(1);
    await canvas.select("Review");
    await canvas.selectToo("Write a draft");
    await page.keyboard.press("Delete");
    await expect(paper.frame("Writing")).toHaveCount(0);
    await expect.poll(members).toEqual([]);
  });
});

test("who may not edit sees groups and cannot move them", async ({ admin, app, browserOf }) => {
  const agent = await agentFrom(admin, "approval", "Looked at");
  const editor = new EditorPage(await browserOf(admin));
  const paper = new Paper(editor.page, editor.canvas);
  await editor.open(agent.id);
  await editor.canvas.select("Review");
  await editor.page.keyboard.press("Control+g");
  await editor.page.keyboard.press("Enter");
  await editor.saved();

  const watching = new EditorPage(await browserOf(await join(app.url, admin, "viewer")));
  const { page } = watching;
  const seen = new Paper(page, watching.canvas);
  await watching.open(agent.id);
  await seen.frame("Group").getByRole("heading").click();
  await expect(watching.inspector.field("Title")).toBeDisabled();
  const before = await watching.canvas.place("Review");
  await seen.moveFrame("Group", { x: 0, y: 90 });
  expect(await watching.canvas.place("Review")).toEqual(before);

  await test.step("and what somebody else does to it arrives", async () => {
    await paper.frame("Group").getByRole("heading").dblclick();
    await paper.titleField.fill("Together");
    await editor.page.keyboard.press("Enter");
    await expect(seen.frame("Together")).toBeVisible();
  });
});
