import { agentFrom, lastWords } from "./fixtures/agents";
import { answerEnds, longQuestion } from "./fixtures/long-question";
import { expect, test } from "./fixtures/test";
import { bare } from "./fixtures/watch-text";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "resume" });

test("a reload in the middle of an answer loses nothing and repeats nothing", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "chat-agent", "Reloaded");
  const editor = new EditorPage(page);
  const { run } = editor;
  await editor.open(agent.id);
  await run.say(longQuestion);
  await expect(run.streaming).toContainText("The library of our town");
  await page.reload();

  const seen = await run.watchStreaming();
  await expect(run.status).toHaveText("Done");
  await expect(run.panel).toContainText(answerEnds);

  const answer = bare(await lastWords(admin, editor.shownRun()));
  const texts = (await seen()).map(bare);
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.filter((text) => !answer.startsWith(text))).toEqual([]);
});

test("a run goes on to its end after the server was killed in the middle of it", async ({
  page,
  app,
  admin,
}) => {
  const agent = await agentFrom(admin, "chat-agent", "Survivor");
  const editor = new EditorPage(page);
  const { run } = editor;
  await editor.open(agent.id);
  await run.say(longQuestion);
  await expect(run.streaming).toContainText("The library of our town");
  await app.kill();
  await expect(run.panel).toContainText("Connecting again");
  await app.start();

  await expect(run.status).toHaveText("Done", { timeout: 40_000 });
  await expect(run.panel).toContainText(answerEnds);
  expect(await lastWords(admin, editor.shownRun())).toContain(answerEnds);
});
