import { agentFrom, draftOf } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { expect, test } from "./fixtures/test";
import { Channels } from "./pages/editor/channels";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "editor" });

test("the table of the state is edited by keyboard, and lights who uses a channel", async ({
  page,
  admin,
}) => {
  const agent = await agentFrom(admin, "approval", "State as a table");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  const channels = new Channels(page);
  await editor.open(agent.id);
  await channels.showAsTable();

  await test.step("who writes and who reads", async () => {
    const writers = channels.row("draft").getByRole("list", { name: "Writers of draft" });
    await expect(writers.getByRole("listitem")).toHaveText(["Write a draft", "Review", "Revise the draft"]);
    await channels.cell("Default", "draft").focus();
    await expect(canvas.mark("Write a draft")).toHaveText("writes");
    await expect(canvas.mark("Revise the draft")).toHaveText("writes and reads");
    await expect(canvas.mark("End")).toHaveText("reads");
    await expect(canvas.mark("Start")).toHaveCount(0);
    await channels.cell("Default", "topic").focus();
    await expect(canvas.mark("End")).toHaveCount(0);
    await expect(canvas.mark("Start")).toHaveText("writes");
  });

  await test.step("a new name says what it takes along, takes it along, and is taken back as one", async () => {
    const name = channels.cell("Name", "draft");
    await name.fill("feedback");
    await expect(name).toHaveAccessibleDescription("There is a channel named “feedback” already.");
    await name.fill("text");
    await expect(name).toHaveAccessibleDescription("Enter also changes 5 places in 4 nodes.");
    await page.keyboard.press("Enter");
    await expect(channels.cell("Name", "text")).toBeFocused();
    await expect
      .poll(async () => (await draftOf(admin, agent)).nodes.revise?.config.prompt)
      .toContain("{{ text }}");
    await canvas.clickFreeSpace();
    await page.keyboard.press("Control+z");
    await expect(channels.cell("Name", "draft")).toBeVisible();
    await expect
      .poll(async () => (await draftOf(admin, agent)).nodes.revise?.config.prompt)
      .toContain("{{ draft }}");
  });

  await test.step("a type that does not fit is said at once, with its repair", async () => {
    await channels.choose("Type", "topic", "Number");
    await channels.choose("When two writes meet", "topic", "Append");
    const reducer = channels.cell("When two writes meet", "topic");
    await expect(reducer).toHaveAccessibleDescription(/cannot combine writes with “append”/);
    await channels.row("topic").getByRole("button", { name: "Replace instead" }).click();
    await expect(reducer).toHaveAccessibleDescription("");
    await channels.choose("Type", "topic", "Text");
    await channels.cell("Default", "topic").fill("Owls");
    await page.keyboard.press("Enter");
    await expect(channels.cell("Default", "topic")).toHaveValue('"Owls"');
  });

  await test.step("one is added with its name ready, another duplicated", async () => {
    await page.getByRole("button", { name: "Add channel" }).last().click();
    await expect(channels.cell("Name", "channel")).toBeFocused();
    await page.keyboard.type("rounds");
    await page.keyboard.press("Enter");
    await channels.act("approved", "Duplicate");
    await expect(channels.cell("Name", "approved2")).toBeFocused();
    await expect(channels.cell("Type", "approved2")).toHaveText("Yes or no");
  });

  await test.step("deleting asks for one in use, leads to its places, and can be undone", async () => {
    await channels.act("rounds", "Delete");
    await expect(channels.row("rounds")).toHaveCount(0);
    await channels.act("feedback", "Delete");
    await expect(channels.question).toContainText("It is used in 2 places in 2 nodes");
    await channels.question.getByRole("button", { name: "Revise the draft Prompt" }).click();
    await expect(editor.inspector.field("Prompt")).toBeFocused();
    await channels.act("feedback", "Delete");
    await channels.question.getByRole("button", { name: "Delete anyway" }).click();
    await expect(channels.row("feedback")).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect(channels.row("feedback")).toBeVisible();
  });

  await test.step("a channel is dragged out of the table into a field of the node beside it", async () => {
    await canvas.select("Revise the draft");
    await channels.row("topic").locator("[draggable=true]").dragTo(editor.inspector.field("Prompt"));
    await expect(editor.inspector.field("Prompt")).toHaveText(/\{\{ topic \}\}/);
    await expectAccessible(page);
  });
});

test("the list of channels beside the canvas is searched, opened and renamed", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "State as a list");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  const channels = new Channels(page);
  await editor.open(agent.id);

  await channels.line("feedback").hover();
  await expect(canvas.mark("Review")).toHaveText("writes");
  await channels.line("feedback").click();
  await editor.inspector.fill("Name", "wishes");
  await expect(editor.inspector.field("Name")).toHaveAccessibleDescription(
    "Enter also changes 2 places in 2 nodes.",
  );
  await page.keyboard.press("Enter");
  await expect(editor.inspector.field("Name")).toHaveValue("wishes");
  await expect(channels.line("wishes")).toHaveAttribute("aria-expanded", "true");
  await editor.inspector.panel.getByRole("list", { name: "Readers of wishes" }).getByRole("button").click();
  await expect.poll(() => canvas.selected()).toEqual(["Revise the draft"]);
  await expect(editor.inspector.field("Prompt")).toHaveText(/\{\{ wishes \}\}/);
});
