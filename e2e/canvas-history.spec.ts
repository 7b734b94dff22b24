import { agentFrom, draftOf, sampleOf, testRun } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { join } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "canvas-history" });

test("undo survives a reload, and leaves alone what somebody else has set since", async ({
  app,
  page,
  admin,
  browserOf,
}) => {
  const agent = await agentFrom(admin, "approval", "Two histories");
  const mine = new EditorPage(page);
  const theirs = new EditorPage(await browserOf(await join(app.url, admin, "developer")));
  await mine.open(agent.id);
  await mine.canvas.addByKeyboard("Mark as approved", "Code");
  await mine.canvas.select("Write a draft");
  await mine.inspector.fill("Title", "First version");
  await mine.saved();
  await page.reload();

  await theirs.open(agent.id);
  await theirs.canvas.select("First version");
  await theirs.inspector.fill("Title", "Their name");
  await expect(mine.canvas.node("Their name")).toBeVisible();

  await mine.canvas.clickFreeSpace();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Not everything could be undone")).toBeVisible();
  await expect(page.getByText("Somebody else has changed it since.")).toBeVisible();
  await expect(mine.canvas.node("Their name")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(mine.canvas.node("Code")).toHaveCount(0);
  await page.keyboard.press("Control+Shift+z");
  await expect(mine.canvas.node("Code")).toBeVisible();
  await expect.poll(async () => (await draftOf(admin, agent)).nodes.write?.title).toBe("Their name");
});

test("F2 renames a node where it stands; D turns it off and on", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Renamed");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(agent.id);
  const field = canvas.graph.getByLabel("Name of the node");

  await canvas.select("Review");
  await page.keyboard.press("F2");
  await field.fill("Look it over");
  await page.keyboard.press("Enter");
  await expect(canvas.node("Look it over")).toBeFocused();
  await page.keyboard.press("F2");
  await field.fill("Never mind");
  await page.keyboard.press("Escape");
  await expect(canvas.node("Look it over")).toBeVisible();

  await canvas.select("Mark as approved");
  await page.keyboard.press("d");
  await expect(canvas.node("Mark as approved")).toContainText("Off");
  await expect(canvas.listed("Mark as approved")).toContainText("turned off");
  await expect.poll(async () => (await draftOf(admin, agent)).nodes.accept?.disabled).toBe(true);
  await page.keyboard.press("d");
  await expect(canvas.node("Mark as approved")).not.toContainText("Off");
});

test("Mod+K leads to agents and screens, and runs what the editor can", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Led here");
  const editor = new EditorPage(page);
  const palette = page.getByRole("dialog", { name: "Go to or do" });
  const search = palette.getByPlaceholder("Search agents, runs, screens and commands");
  await page.goto("/runs");
  await page.keyboard.press("Control+k");
  await search.fill("led here");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(editor.canvas.nodes().first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/agents/${agent.id}`);

  await page.keyboard.press("Control+k");
  await search.fill("select all");
  await expect(palette.getByRole("option").first()).toContainText("Select all");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await editor.canvas.selected()).length).toBe(6);

  await test.step("the sheet of shortcuts names it, with all that the canvas can do", async () => {
    await editor.canvas.clickFreeSpace();
    await page.keyboard.press("?");
    for (const name of ["Search and do anything", "Group", "Ungroup", "Add note"])
      await expect(editor.shortcuts.getByRole("term").filter({ hasText: name }).first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(editor.shortcuts).toBeHidden();
  });

  await test.step("a command of the canvas, and a run by its id", async () => {
    const run = await testRun(admin, agent, sampleOf("approval"));
    await page.keyboard.press("Control+k");
    await search.fill("add note");
    await expect(palette.getByRole("option").first()).toContainText("Add note");
    await page.keyboard.press("Enter");
    await expect(editor.canvas.graph.getByRole("textbox", { name: "Text of the note" })).toBeFocused();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await search.fill(run);
    await expect(palette.getByRole("option").first()).toContainText("Led here, run");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/runs/${run}`));
  });

  await page.keyboard.press("Control+k");
  await search.fill("appearance");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/settings\/appearance/);
});
