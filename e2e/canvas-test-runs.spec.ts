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

test("a part of the graph runs: until a node, from it, and it alone with other input", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(admin, "In parts", relayGraph());
  const editor = new EditorPage(page);
  const { canvas, inspector, run } = editor;
  const dialog = page.getByRole("dialog", { name: /^Run / });
  await editor.open(agent.id);

  await test.step("until here, by the menu", async () => {
    await run.panel.getByLabel("question", { exact: true }).fill("Hello");
    await canvas.node("Shout").getByRole("heading").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Run until here" }).click();
    await expect(run.panel.locator("header")).toContainText("until “Shout”");
    await expect(run.panel).toContainText("Hello!");
    await expect(canvas.node("Shout").getByText("Done")).toBeAttached();
    await expect(canvas.node("Sign").getByText("Not run")).toBeAttached();
    await expect(canvas.node("End").getByText("Done")).toHaveCount(0);
  });

  await test.step("from here, by its key, with what the last run found", async () => {
    await canvas.select("Shout");
    await page.keyboard.press("Shift+r");
    await expect(run.panel.locator("header")).toContainText("from “Shout”");
    await expect(run.panel).toContainText("Hello! Yours.");
    await expect(canvas.node("Echo").getByText("Not run")).toBeAttached();
    await expect(canvas.node("End").getByText("Done")).toBeAttached();
  });

  await test.step("alone, by the inspector, with a form of what it reads", async () => {
    await inspector.panel.getByRole("tab", { name: "Input / output" }).click();
    await inspector.panel.getByRole("button", { name: "Run this node" }).click();
    await expect(dialog.getByLabel("answer")).toHaveValue("Hello");
    await dialog.getByLabel("answer").fill("Quite other words");
    await dialog.getByRole("button", { name: "Run", exact: true }).click();
    await expect(run.panel.locator("header")).toContainText("only “Shout”");
    await expect(run.panel).toContainText("Quite other words!");
  });

  await test.step("its page says what ran; the input is remembered", async () => {
    await page.getByRole("link", { name: "Trace" }).click();
    await expect(page.locator("header").filter({ hasText: "In parts" })).toContainText("only “Shout”");
    await editor.open(agent.id);
    await canvas.select("Shout");
    await page.keyboard.press("r");
    await expect(dialog.getByLabel("answer")).toHaveValue("Quite other words");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });
});
