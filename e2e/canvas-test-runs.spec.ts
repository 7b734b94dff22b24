import { agentOf, relayGraph } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "editor" });

test("a pinned output stands in for its node in test runs, and only there", async ({ page, admin }) => {
  const agent = await agentOf(admin, "Pinned", relayGraph());
  const editor = new EditorPage(page);
  const { canvas, inspector, run } = editor;
  const dialog = page.getByRole("dialog", { name: /^Pinned output/ });
  await editor.open(agent.id);

  await test.step("P pins what the node gave in the last run", async () => {
    await run.tryWith("question", "Hello");
    await expect(run.panel).toContainText("Hello! Yours.");
    await canvas.select("Shout");
    await page.keyboard.press("p");
    await expect(canvas.node("Shout").getByText("Pinned")).toBeAttached();
    await expect(canvas.listed("Shout")).toContainText("Its output is pinned.");
    await run.tryWith("question", "Good morning");
    await expect(run.panel).toContainText("1 node is pinned.");
    await expect(run.span(/^Echo /)).toBeVisible();
    await expect(run.panel).toContainText("Hello! Yours.");
  });

  await test.step("the pin is edited as JSON and checked against the channels", async () => {
    await inspector.panel.getByRole("tab", { name: "Input / output" }).click();
    await inspector.panel.getByRole("button", { name: "Edit the pin" }).click();
    const values = dialog.getByLabel("Pinned values");
    await values.fill('{"shouted": 7}');
    await expect(dialog).toContainText("writes “shouted”, which needs a text, got 7");
    await expect(dialog.getByRole("button", { name: "Pin output" })).toBeDisabled();
    await values.fill('{"shouted": "HELLO"}');
    await dialog.getByRole("button", { name: "Pin output" }).click();
    await expect(dialog).toBeHidden();
    await editor.testRun();
    await expect(run.panel).toContainText("HELLO Yours.");
  });

  await test.step("a run goes without pins when asked", async () => {
    await run.panel.getByRole("button", { name: "Run without pins" }).click();
    await expect(run.panel).toContainText("Good morning! Yours.");
  });

  await test.step("publishing leaves it out, and says so", async () => {
    await page.getByRole("button", { name: "Publish…" }).click();
    await expect(editor.publishDialog).toContainText("1 pinned output stays in the draft.");
    await page.keyboard.press("Escape");
  });

  await test.step("the menu takes it off", async () => {
    await canvas.node("Shout").getByRole("heading").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Pin or unpin the output" }).click();
    await expect(canvas.node("Shout").getByText("Pinned")).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(canvas.node("Shout").getByText("Pinned")).toBeAttached();
    await inspector.panel.getByRole("button", { name: "Unpin" }).click();
    await expect(canvas.node("Shout").getByText("Pinned")).toHaveCount(0);
    await expect(run.panel).not.toContainText("is pinned.");
  });
});
