import { getAgent, publishAgent } from "@/lib/api/contract/agents";
import { agentFrom } from "./fixtures/agents";
import { agentOf, doubtfulGraph } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "problems" });

test("problems lead to where they are; errors refuse publishing, warnings do not", async ({
  page,
  admin,
}) => {
  const agent = await agentFrom(admin, "blank", "Full of problems");
  const editor = new EditorPage(page);
  const { canvas, inspector } = editor;
  await editor.open(agent.id);
  await expect(editor.problemsButton).toHaveCount(0);

  await test.step("an unfinished node is listed, and a click opens its field", async () => {
    await canvas.addByKeyboard("Start", "Model");
    await canvas.selectNothing();
    await editor.problemsButton.click();
    await expect(editor.problems.getByRole("listitem")).not.toHaveCount(0);
    await editor.problems.getByRole("button", { name: /^Error: .*(prompt|Prompt)/ }).click();
    await expect(editor.problems).toBeHidden();
    await expect.poll(() => canvas.selected()).toEqual(["Model"]);
    await expect(inspector.field("Prompt")).toBeFocused();
  });

  await test.step("publishing is refused with the reasons", async () => {
    await editor.saved();
    await page.getByRole("button", { name: "Publish…" }).click();
    await expect(editor.publishDialog).toContainText("to fix before it can be published");
    await expect(editor.publishDialog.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();
    const { revision } = await admin.call(getAgent, { params: { id: agent.id } });
    await expect(
      admin.call(publishAgent, { params: { id: agent.id }, body: { revision } }),
    ).rejects.toMatchObject({ problem: { status: 422, code: "graph_invalid" } });
    await editor.publishDialog.getByRole("button", { name: /^“Model”: The answer goes nowhere/ }).click();
    await expect(editor.publishDialog).toBeHidden();
    await expect(inspector.panel.getByRole("combobox", { name: "Write the answer to" })).toBeFocused();
  });

  await test.step("a repair takes the problem away", async () => {
    await inspector.fill("Prompt", "Say hello.");
    await inspector.chooseChannel("Write the answer to", "answer");
    await expect(editor.problemsButton).toHaveCount(0);
  });

  await test.step("a warning is shown and does not refuse", async () => {
    await inspector.fill("Prompt", "Say {{ answer }} again.");
    await editor.problemsButton.click();
    await expect(editor.problems.getByRole("button", { name: /^Warning: .*answer/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(editor.problems).toBeHidden();
    await editor.publish();
  });
});

test("a problem shows its path, is repaired by keyboard, and leads to what the workspace lacks", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(admin, "Doubtful", doubtfulGraph());
  const editor = new EditorPage(page);
  const { canvas, problems } = editor;
  await editor.open(agent.id);
  await expect(editor.problemsButton).toHaveText("3 problems");

  await test.step("the path without a write is lit on the canvas until Escape", async () => {
    await editor.problemsButton.click();
    await expect(problems.getByRole("heading", { name: "Errors 1" })).toBeVisible();
    await expect(problems.getByRole("heading", { name: "Warnings 2" })).toBeVisible();
    await expect(
      problems.getByRole("button", { name: /not written on the path “Start” → “Route” → “Draft”/ }),
    ).toBeVisible();
    await problems.getByRole("button", { name: "Show the path" }).click();
    await expect(problems).toBeHidden();
    const lit = canvas.graph.locator("[data-mark]");
    await expect(lit).toHaveCount(3);
    await expect(canvas.node("Route").locator("[data-mark]")).toHaveText("on the path");
    await expect(canvas.node("Draft").locator("[data-mark]")).toHaveText("needs note");
    await page.keyboard.press("Escape");
    await expect(lit).toHaveCount(0);
  });

  await test.step("a node's badge opens what is wrong with that node", async () => {
    await canvas
      .node("Route")
      .getByRole("button", { name: /^1 problem/ })
      .click();
    const ofRoute = page.getByRole("dialog", { name: "1 problem" });
    await expect(ofRoute.getByRole("listitem")).toHaveCount(1);
    await expect(ofRoute.getByRole("button", { name: "Try “Longer” first" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(ofRoute).toBeHidden();
  });

  await test.step("a repair is one key, and one undo takes it back", async () => {
    await editor.problemsButton.press("Enter");
    const repair = problems.getByRole("button", { name: "Try “Longer” first" });
    await repair.press("Enter");
    await expect(repair).toHaveCount(0);
    await expect(problems).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(editor.problemsButton).toHaveText("2 problems");
    await canvas.clickFreeSpace();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(editor.problemsButton).toHaveText("3 problems");
    await page.keyboard.press("ControlOrMeta+Shift+z");
    await expect(editor.problemsButton).toHaveText("2 problems");
    await editor.saved();
  });

  await test.step("a missing secret refuses publishing until it is stored", async () => {
    const { revision } = await admin.call(getAgent, { params: { id: agent.id } });
    await expect(
      admin.call(publishAgent, { params: { id: agent.id }, body: { revision } }),
    ).rejects.toMatchObject({ problem: { status: 422, code: "graph_invalid" } });
    await editor.problemsButton.click();
    await problems.getByRole("link", { name: "Open secrets" }).click();
    await page.getByRole("button", { name: "Add secret" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Add a secret" });
    await dialog.getByLabel("Name").fill("CRM_TOKEN");
    await dialog.getByLabel("Value", { exact: true }).fill("a-value-of-no-importance");
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await expect(dialog).toBeHidden();
    await editor.open(agent.id);
    await expect(editor.problemsButton).toHaveText("1 problem");
    await editor.publish();
  });
});
