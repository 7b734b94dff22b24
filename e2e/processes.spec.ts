import { agentFrom, lastWords } from "./fixtures/agents";
import { freePort } from "./fixtures/app";
import { answerEnds, longQuestion } from "./fixtures/long-question";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";
import { TracePage } from "./pages/trace-page";

test.use({ installation: "processes", environment: { ROLE: "web" } });

test("web processes and workers share the work: a run waits for a worker, outlives one, and is seen anywhere", async ({
  page,
  app,
  admin,
  browserOf,
}) => {
  const agent = await agentFrom(admin, "chat-agent", "Shared");
  const editor = new EditorPage(page);
  const { run } = editor;
  await editor.open(agent.id);
  await run.say(longQuestion);
  await expect(run.status).toHaveText("Queued");

  const first = await app.join({ ROLE: "worker" });
  await expect(run.streaming).toContainText("The library of our town");
  const port = await freePort();
  await app.join({ ROLE: "web", PORT: String(port) });
  await app.join({ ROLE: "worker" });
  await first.end("SIGKILL");

  const elsewhere = await browserOf(admin);
  await elsewhere.goto(`http://localhost:${port}/runs/${editor.shownRun()}`);
  await expect(run.status).toHaveText("Done", { timeout: 40_000 });
  await expect(new TracePage(elsewhere).header).toContainText("Done");
  await expect(run.panel).toContainText(answerEnds);
  expect(await lastWords(admin, editor.shownRun())).toContain(answerEnds);
});

test("a worker answers health checks on the port it is given", async ({ app }) => {
  const port = await freePort();
  const worker = await app.join({ ROLE: "worker", WORKER_PORT: String(port) });
  const ready = await fetch(`http://localhost:${port}/ready`);
  expect([ready.status, await ready.json()]).toMatchObject([200, { ok: true, checks: { queue: "ok" } }]);
  expect((await fetch(`http://localhost:${port}/health`)).status).toBe(200);
  await worker.end("SIGTERM");
  await expect(fetch(`http://localhost:${port}/health`)).rejects.toThrow();
});
