import { agentFrom, draftOf } from "./fixtures/agents";
import { join } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "saving" });

test("what was typed a moment ago outlives a reload", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "chat-agent", "Reloaded");
  const editor = new EditorPage(page);
  const instructions = editor.inspector.field("Instructions");
  await editor.open(agent.id);

  await editor.canvas.select("Assistant");
  await instructions.fill("Only the first words.");
  await page.reload();
  await editor.canvas.select("Assistant");
  await expect(instructions).toHaveText("Only the first words.");

  await test.step("also while an earlier save is under way", async () => {
    const sent = page.waitForRequest(/\/draft$/);
    await instructions.fill("Sent.");
    await sent;
    await instructions.fill("Sent, and more after that.");
    await page.reload();
    await editor.canvas.select("Assistant");
    await expect(instructions).toHaveText("Sent, and more after that.");
  });

  await test.step("also when it is long", async () => {
    const long = "Правило. ".repeat(6_000).trim();
    await instructions.fill(long);
    page.once("dialog", (question) => void question.dismiss());
    await page.evaluate(() => window.location.reload());
    await editor.saved();
    await page.reload();
    expect((await draftOf(admin, agent)).nodes.assistant?.config.system).toBe(long);
  });
});

test("without a connection the draft says that it is not saved, and is saved once it is back", async ({
  page,
  context,
  admin,
}) => {
  const agent = await agentFrom(admin, "chat-agent", "In a tunnel");
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await editor.canvas.select("Assistant");
  await expect(editor.inspector.field("Title")).toBeVisible();
  await context.setOffline(true);
  await editor.inspector.fill("Title", "Clerk");
  await expect(editor.saveState).toHaveText("Not saved");
  await editor.saveState.click();
  await expect(page.getByRole("dialog", { name: "Not saved" })).toContainText("kept on this page");
  await page.keyboard.press("Escape");
  await editor.inspector.fill("Title", "Night clerk");
  await context.setOffline(false);
  await expect(editor.saveState).toHaveText("Draft saved");
  expect((await draftOf(admin, agent)).nodes.assistant?.title).toBe("Night clerk");
});

test("two people see each other's changes, and decide where they disagree", async ({
  page,
  app,
  admin,
  browserOf,
}) => {
  const agent = await agentFrom(admin, "approval", "Shared");
  const mine = new EditorPage(page);
  const theirs = new EditorPage(await browserOf(await join(app.url, admin, "developer")));
  await mine.open(agent.id);
  await theirs.open(agent.id);

  await test.step("changes arrive as they are made", async () => {
    await theirs.canvas.select("Write a draft");
    await theirs.inspector.fill("Title", "Write two drafts");
    await expect(mine.canvas.node("Write two drafts")).toBeVisible();
    await mine.canvas.addByKeyboard("Mark as approved", "Code");
    await expect(theirs.canvas.node("Code")).toBeVisible();
  });

  await test.step("of who was away, and of others meanwhile, everything is kept", async () => {
    await page.context().setOffline(true);
    await mine.canvas.select("Review");
    await mine.inspector.fill("Title", "Look at it");
    await theirs.canvas.select("Revise the draft");
    await theirs.inspector.fill("Title", "Change it");
    await expect.poll(async () => (await draftOf(admin, agent)).nodes.revise?.title).toBe("Change it");
    await page.context().setOffline(false);
    await expect(theirs.canvas.node("Look at it")).toBeVisible();
    await expect(mine.canvas.node("Change it")).toBeVisible();
    await expect(mine.canvas.node("Look at it")).toBeVisible();
  });

  await test.step("the same thing changed by both: mine on top", async () => {
    await disagree("Mine", "Theirs");
    await expect(mine.stale).toContainText("Some developer saved changes");
    await mine.stale.getByRole("button", { name: "All mine" }).click();
    await mine.stale.getByRole("button", { name: "Merge", exact: true }).click();
    await expect(theirs.inspector.field("Title")).toHaveValue("Mine");
  });

  await test.step("or theirs", async () => {
    await disagree("Mine again", "Theirs again");
    await mine.stale.getByRole("button", { name: "Drop my changes" }).click();
    await expect(mine.inspector.field("Title")).toHaveValue("Theirs again");
    await mine.saved();
    expect((await draftOf(admin, agent)).nodes.review?.title).toBe("Theirs again");
  });

  /** Both give the same node another name, one of them without a connection. */
  async function disagree(my: string, their: string): Promise<void> {
    const before = (await draftOf(admin, agent)).nodes.review?.title ?? "";
    await page.context().setOffline(true);
    await mine.canvas.select(before);
    await mine.inspector.fill("Title", my);
    await theirs.canvas.select(before);
    await theirs.inspector.fill("Title", their);
    await expect.poll(async () => (await draftOf(admin, agent)).nodes.review?.title).toBe(their);
    await page.context().setOffline(false);
    await expect(mine.stale).toBeVisible();
  }
});
