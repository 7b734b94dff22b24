import { getAgent, publishAgent } from "@/lib/api/contract/agents";
import { agentFrom } from "./fixtures/agents";
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
