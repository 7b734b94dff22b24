import { answerEnds, longQuestion } from "./fixtures/long-question";
import { admin } from "./fixtures/session";
import { expect, nobody, test } from "./fixtures/test";
import { createFirstAdministrator } from "./pages/account-pages";
import { AgentsPage } from "./pages/agents-page";
import { ChatPage } from "./pages/chat-page";
import { EditorPage } from "./pages/editor/editor-page";
import { TracePage } from "./pages/trace-page";

test.use({ installation: "story", storageState: nobody });

test("somebody new draws an agent, watches it run, approves, publishes, chats and reads the trace", async ({
  page,
}) => {
  await test.step("the first visit makes the first administrator", async () => {
    await page.goto("/");
    await createFirstAdministrator(page, admin);
  });

  const agents = new AgentsPage(page);
  const editor = new EditorPage(page);
  const { canvas, inspector, run } = editor;
  await test.step("three examples wait; an empty canvas is begun", async () => {
    await expect(agents.agent("Chat agent")).toBeVisible();
    await expect(agents.agent("Approval with a loop")).toBeVisible();
    await expect(agents.agent("Parallel research")).toBeVisible();
    await agents.create("My first agent");
  });

  await test.step("the graph is drawn, by keyboard and by dragging", async () => {
    await canvas.select("Start");
    await inspector.panel.getByRole("button", { name: "Add input" }).click();
    await inspector.chooseChannel("Channel", "messages");

    await canvas.addByKeyboard("Start", "Model");
    await inspector.fill("Title", "Write an answer");
    await inspector.fill("Instructions", "You answer questions in plain words.");
    await inspector.chooseChannel("Conversation", "messages");

    await canvas.addByDragging("Write an answer", "out", { x: 30, y: 90 }, "Human");
    await inspector.fill("Title", "Check the answer");
    await inspector.fill("Message", "Is this answer good enough?");
    const [, second] = await inspector.panel.getByLabel("Label", { exact: true }).all();
    await second?.fill("Ask for changes");

    await canvas.disconnect("Write an answer", "End");
    await canvas.connect("Check the answer", "approve", "End");
    await canvas.connect("Check the answer", "reject", "Write an answer");
    await canvas.select("End");
    await inspector.addChannel("Outputs", "messages");
    await canvas.pressButton("Tidy layout");
    await expect(canvas.listed("Check the answer")).toContainText(
      "End by approve, Write an answer by reject",
    );
    await editor.saved();
  });

  await test.step("a test run streams before it ends, and pauses", async () => {
    await editor.testRun();
    await run.say(longQuestion);
    await expect(canvas.node("Write an answer").getByText("Running")).toBeAttached();
    await expect(run.streaming).toContainText("The library of our town");
    await expect(run.streaming).not.toContainText(answerEnds);
    await expect(run.status).toHaveText("Running");
    await expect(canvas.node("Check the answer").getByText("Waiting for a person")).toBeAttached();
    await expect(run.approval).toContainText("Is this answer good enough?");
  });

  await test.step("it goes on once approved, and shows what it took", async () => {
    await run.answer("Approve");
    await expect(run.status).toHaveText("Done");
    await expect(canvas.node("End").getByText("Done")).toBeAttached();
    await expect(canvas.node("Write an answer")).toContainText(/\d tok.*\$0\.00/s);
    await expect(run.panel).toContainText(/\d+ tokens/);
    await expect(run.span(/^Write an answer /)).toBeVisible();
    await expect(run.panel).toContainText(answerEnds);
  });

  const chat = new ChatPage(await publishAndFollowLink());
  await test.step("the published agent answers on its chat page", async () => {
    await chat.say(longQuestion);
    await expect(chat.stop).toBeVisible();
    await expect(chat.log).toContainText("The library of our town");
    await chat.answer("Approve");
    await expect(chat.log).toContainText("Approve by First Admin");
  });

  await test.step("the trace has spans, tokens, cost and the graph as it was", async () => {
    await chat.page.getByRole("link", { name: "View trace" }).click();
    const trace = new TracePage(chat.page);
    await expect(trace.spans.getByRole("treeitem", { name: /^Check the answer / })).not.toHaveCount(0);
    expect(Number(await trace.fact("Output tokens"))).toBeGreaterThan(20);
    expect(await trace.fact("Cost")).toBe("$0.00");
    await expect(trace.node("Write an answer")).toBeVisible();
    await expect(trace.node("Check the answer").getByText("Done")).toBeAttached();
    await trace.select(/^offline Model call/i);
    await expect(trace.details).toContainText(answerEnds);
  });

  async function publishAndFollowLink() {
    return test.step("publishing makes a chat page", async () => {
      await editor.publish();
      const [opened] = await Promise.all([
        page.waitForEvent("popup"),
        editor.publishDialog.getByRole("link", { name: "Open chat page" }).click(),
      ]);
      return opened;
    });
  }
});
