import { agentFrom, draftOf } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { join } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "merge" });

test("what two people did apart is merged, and nothing is lost before they have decided", async ({
  page,
  context,
  app,
  admin,
  browserOf,
}) => {
  const agent = await agentFrom(admin, "approval", "Apart");
  const theirs = new EditorPage(await browserOf(await join(app.url, admin, "developer")));
  await theirs.open(agent.id);
  const before = new EditorPage(page);
  await before.open(agent.id);

  await test.step("both write another prompt, one of them without a connection", async () => {
    await before.canvas.select("Write a draft");
    await expect(before.inspector.field("Prompt")).toBeVisible();
    await context.setOffline(true);
    await before.inspector.fill("Prompt", "Mine about {{ topic }}");
    await before.canvas.select("Review");
    await before.inspector.fill("Title", "Look at it");
    await expect(before.saveState).toHaveText("Not saved");
    await theirs.canvas.select("Write a draft");
    await theirs.inspector.fill("Prompt", "Theirs about {{ topic }}");
    await theirs.canvas.select("Revise the draft");
    await theirs.inspector.fill("Title", "Change it");
    await expect.poll(async () => (await draftOf(admin, agent)).nodes.revise?.title).toBe("Change it");
    await context.setOffline(false);
  });

  await test.step("only where both did is asked; all else is merged", async () => {
    await expect(before.stale).toContainText("Some developer saved changes");
    await expect(before.stale).toContainText("1 thing was changed by both");
    const merged = before.stale.getByRole("region", { name: "Merged by itself" });
    await expect(merged.getByRole("listitem")).toHaveText([/Look at it: Title/, /Change it: Title/]);
    await expectAccessible(page);
  });

  const tab = await context.newPage();
  const mine = new EditorPage(tab);

  await test.step("closing the tab loses nothing", async () => {
    await page.close();
    await tab.goto(`/agents/${agent.id}`);
    await expect(mine.stale.getByRole("region", { name: "Write a draft › Prompt" })).toBeVisible();
    await expect(mine.stale.getByRole("button", { name: "Merge", exact: true })).toBeDisabled();
  });

  await test.step("of a text both can stay, written together", async () => {
    const conflict = mine.stale.getByRole("region", { name: "Write a draft › Prompt" });
    await expect(conflict).toContainText("Mine");
    await expect(conflict).toContainText("Theirs");
    await conflict.getByRole("radio", { name: "Both" }).click();
    const text = conflict.getByRole("textbox", { name: "Text for Write a draft › Prompt" });
    await expect(text).toHaveValue("Mine about {{ topic }}\n\nTheirs about {{ topic }}");
    await text.fill("Ours about {{ topic }}");
    await mine.stale.getByRole("button", { name: "Merge", exact: true }).click();
    await expect(mine.stale).toBeHidden();
    await mine.saved();
  });

  await test.step("everybody has all of it", async () => {
    await expect(theirs.canvas.node("Look at it")).toBeVisible();
    const { nodes } = await draftOf(admin, agent);
    expect(nodes.write?.config.prompt).toBe("Ours about {{ topic }}");
    expect([nodes.review?.title, nodes.revise?.title]).toEqual(["Look at it", "Change it"]);
    await tab.reload();
    await expect(mine.canvas.node("Change it")).toBeVisible();
    await expect(mine.stale).toBeHidden();
  });
});
