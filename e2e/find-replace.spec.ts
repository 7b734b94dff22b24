import { agentFrom, draftOf } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { join } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";
import { FindBar } from "./pages/editor/find-bar";

test.use({ installation: "find" });

test("words are found all over the graph, walked through and replaced by keyboard", async ({
  page,
  admin,
}) => {
  const agent = await agentFrom(admin, "approval", "Find and replace");
  const editor = new EditorPage(page);
  const { canvas, inspector } = editor;
  const find = new FindBar(page);
  await editor.open(agent.id);

  await test.step("what is found is counted, listed and lit", async () => {
    await canvas.select("Review");
    await canvas.node("Review").focus();
    await find.open();
    await page.keyboard.type("draft");
    await expect(find.count).toHaveText("4 matches");
    await expect(find.hits).toHaveCount(4);
    await expect(canvas.mark("Revise the draft")).toHaveText("2 matches");
    await expectAccessible(page);
  });

  await test.step("Enter and F3 go on, with Shift back, and show the field", async () => {
    await page.keyboard.press("Enter");
    await expect(find.count).toHaveText("1 of 4");
    await page.keyboard.press("Shift+Enter");
    await expect(find.count).toHaveText("4 of 4");
    await page.keyboard.press("F3");
    await expect(find.count).toHaveText("1 of 4");
    await expect(find.query).toBeFocused();
    await find.hits.filter({ hasText: "Prompt" }).click();
    await expect.poll(() => canvas.selected()).toEqual(["Revise the draft"]);
    await expect(inspector.field("Prompt")).toBeFocused();
  });

  await test.step("case, whole words and patterns", async () => {
    await find.query.fill("DRAFT");
    await expect(find.count).toHaveText("4 matches");
    await find.toggle("Match case");
    await expect(find.count).toHaveText("Nothing found");
    await find.query.fill("draf");
    await expect(find.count).toHaveText("4 matches");
    await find.toggle("Whole words");
    await expect(find.count).toHaveText("Nothing found");
    await find.toggle("Regular expression");
    await find.query.fill("d[a-z]+t");
    await expect(find.count).toHaveText("4 matches");
    await find.query.fill("(a+");
    await expect(find.count).toContainText("Not a regular expression");
    for (const option of ["Match case", "Whole words", "Regular expression"]) await find.toggle(option);
    await find.query.fill("draft");
    await expect(find.count).toHaveText("4 matches");
  });

  await test.step("one is replaced, then all, which one undo takes back", async () => {
    await find.press("Show replace");
    await find.hits.filter({ hasText: "Write a draft" }).click();
    await expect(inspector.field("Title")).toBeFocused();
    await find.replacement.fill("text");
    await page.keyboard.press("Enter");
    await expect(canvas.node("Write a text")).toBeVisible();
    await expect(find.count).toHaveText(/^\d of 3$/);
    await find.press("Replace all");
    await expect(find.count).toHaveText("Nothing found");
    await expect(canvas.node("Revise the text")).toBeVisible();
    const prompt = async () => (await draftOf(admin, agent)).nodes.revise?.config.prompt;
    await expect.poll(prompt).toContain("{{ text }}");
    await canvas.clickFreeSpace();
    await page.keyboard.press("Control+z");
    await expect(canvas.node("Revise the draft")).toBeVisible();
    await expect(canvas.node("Write a text")).toBeVisible();
    await expect.poll(prompt).toContain("{{ draft }}");
  });

  await test.step("Escape closes, puts out the lights and gives the focus back", async () => {
    await find.query.focus();
    await page.keyboard.press("Escape");
    await expect(find.bar).toHaveCount(0);
    await expect(canvas.mark("Revise the draft")).toHaveCount(0);
    await canvas.node("Review").focus();
    await find.open();
    await expect(find.query).toHaveValue("draft");
    await page.keyboard.press("Escape");
    await expect(canvas.node("Review")).toBeFocused();
  });
});

test("who may only look finds, and replaces nothing", async ({ app, admin, browserOf }) => {
  const agent = await agentFrom(admin, "approval", "Find only");
  const page = await browserOf(await join(app.url, admin, "viewer"));
  const find = new FindBar(page);
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await editor.canvas.clickFreeSpace();
  await find.open();
  await find.query.fill("draft");
  await expect(find.count).toHaveText("4 matches");
  await expect(find.bar.getByRole("button", { name: /replace/i })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Alt+f");
  await expect(find.replacement).toHaveCount(0);
});
