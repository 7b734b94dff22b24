import { agentOf, relayGraph, watchedChat } from "./fixtures/documents";
import { answerEnds, longQuestion } from "./fixtures/long-question";
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
    await expect(page.getByRole("heading", { name: /^In parts · run/ })).toBeVisible();
    await expect(page.getByText("only “Shout”", { exact: true })).toBeVisible();
    await editor.open(agent.id);
    await canvas.select("Shout");
    await page.keyboard.press("r");
    await expect(dialog.getByLabel("answer")).toHaveValue("Quite other words");
  });

  await test.step("what fails is seen to fail", async () => {
    await dialog.getByLabel("answer").fill("");
    await dialog.getByRole("button", { name: "Run", exact: true }).click();
    await expect(run.status).toHaveText("Failed");
    await expect(canvas.node("Shout").getByText("Failed")).toBeAttached();
    await expect(canvas.node("Sign").getByText("Not run")).toBeAttached();
  });

  await test.step("a node that the shown run did not come to is asked for, with what the run ended with", async () => {
    await run.enter("question", "Hello again");
    await canvas.select("Shout");
    await page.keyboard.press("u");
    await expect(run.panel).toContainText("Hello again!");
    await canvas.select("Sign");
    await page.keyboard.press("Shift+r");
    await expect(dialog.getByLabel("shouted")).toHaveValue("Hello again!");
    await dialog.getByRole("button", { name: "Run", exact: true }).click();
    await expect(run.panel).toContainText("Hello again! Yours.");
  });
});

test("inputs are remembered, and an old run is told from the graph as it is now", async ({ page, admin }) => {
  const agent = await agentOf(admin, "Remembered", relayGraph());
  const editor = new EditorPage(page);
  const { canvas, inspector, run } = editor;
  await editor.open(agent.id);
  await run.tryWith("question", "First");
  await expect(run.panel).toContainText("First! Yours.");
  const first = editor.shownRun();
  await run.tryWith("question", "Second");
  await expect(run.panel).toContainText("Second! Yours.");

  await test.step("the last input is there after a visit, earlier ones are chosen from a list", async () => {
    await editor.open(agent.id);
    await expect(run.panel.getByLabel("question", { exact: true })).toHaveValue("Second");
    await run.panel.getByRole("button", { name: "Recent inputs" }).click();
    await page.getByRole("menuitem", { name: "question: First" }).click();
    await expect(run.panel.getByLabel("question", { exact: true })).toHaveValue("First");
  });

  await test.step("one of several runs is followed; a changed graph is said", async () => {
    await run.panel.getByRole("button", { name: "No run shown" }).click();
    await page.getByRole("menuitem", { name: new RegExp(first.slice(-6)) }).click();
    await expect(run.panel).toContainText("First! Yours.");
    await expect(run.panel).not.toContainText("Changed since.");
    await canvas.select("Sign");
    await inspector.fill("Title", "Subscribe");
    await expect(run.panel).toContainText("Changed since.");
    await run.panel.getByRole("link", { name: "See the graph as it ran" }).click();
    await expect(page.getByRole("region", { name: "Graph as it ran" })).toContainText("Sign");
  });
});

test("a run is watched on the canvas: text, pauses, loops, and what never ran", async ({ page, admin }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const agent = await agentOf(admin, "Watched", watchedChat());
  const editor = new EditorPage(page);
  const { canvas, run } = editor;
  await editor.open(agent.id);
  await run.say(longQuestion);

  await test.step("the text a node writes opens from its card while it grows", async () => {
    await expect(canvas.node("Answer").getByText("Running")).toBeAttached();
    await canvas.node("Answer").getByRole("button", { name: "Read what it is writing" }).click();
    const text = page.getByRole("dialog", { name: "What “Answer” is writing" });
    await expect(text).toContainText("The library of our town");
    await expect(text).toContainText(answerEnds);
    await page.keyboard.press("Escape");
    await expect(text).toBeHidden();
  });

  await test.step("a pause waits where both branches meet", async () => {
    await expect(canvas.node("Beside").getByText("Done")).toBeAttached();
    await expect(canvas.node("Check the answer").getByText("Waiting for a person")).toBeAttached();
    await expect(canvas.graph.getByText("loop · 0 of 3")).toBeVisible();
  });

  await test.step("the loop counts its rounds, its node its visits", async () => {
    await run.answer("Once more");
    await expect(canvas.graph.getByText("loop · 1 of 3")).toBeVisible();
    await expect(canvas.node("Answer")).toContainText(/\d tok.*2 visits.*\$0\.00/s);
    await expect(canvas.node("Check the answer").getByText("Waiting for a person")).toBeAttached();
  });

  await test.step("at the end it is seen what did not run", async () => {
    await run.answer("Approve");
    await expect(run.status).toHaveText("Done");
    await expect(canvas.node("Give up").getByText("Not run")).toBeAttached();
    await expect(canvas.node("End").getByText("Done")).toBeAttached();
  });
});
