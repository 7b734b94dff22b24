import { agentFrom, putLive, sampleOf, testRun } from "./fixtures/agents";
import { type App, freePort } from "./fixtures/app";
import { expectAccessible } from "./fixtures/axe";
import { expect, test } from "./fixtures/test";
import { ChatPage } from "./pages/chat-page";
import { EditorPage } from "./pages/editor/editor-page";

const token = "a-token-of-the-stories";
test.use({ installation: "health", environment: { ROLE: "web", METRICS_TOKEN: token } });

// Each story waits for more than one change of health, and each may take a minute.
test.describe.configure({ timeout: 240_000 });

/** What is promised; in truth it is some twenty seconds. */
const redWithin = { timeout: 60_000, intervals: [1_000] };

async function health(url: string, path: string) {
  const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: await answer.text() };
}
const runtime = async ({ url }: App) => (await health(url, "/health/runtime")).status;

test("nobody is there to work: whoever waits is told, and it goes on when a worker comes", async ({
  page,
  app,
  admin,
  browserOf,
}) => {
  const agent = await agentFrom(admin, "chat-agent", "Waits");
  await putLive(admin, agent, "public");
  expect(await runtime(app)).toBe(200);

  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await editor.run.say("Is anybody there?");
  const hint = page.getByRole("status").filter({ hasText: "Nobody works on runs at the moment" });
  await expect(hint).toContainText("npm run worker");
  await expectAccessible(page);

  const visitor = await browserOf();
  const chat = new ChatPage(visitor);
  await chat.open(agent.slug);
  await chat.say("Hello?");
  const word = visitor.getByRole("status").filter({ hasText: "Nobody is there to answer" });
  await expect(word).toBeVisible();
  await expectAccessible(visitor);

  await expect.poll(() => runtime(app), redWithin).toBe(503);
  await page.goto("/settings/system");
  await expect(page.getByRole("alert").filter({ hasText: "nobody works on runs" })).toBeVisible();
  await page.goto("/runs");
  await expect(hint).toBeVisible();

  const worker = await app.join({ ROLE: "worker" });
  await expect(hint).toBeHidden();
  await expect(word).toBeHidden();
  await expect(chat.exchanges.first()).toContainText("I am the offline model");
  await expect.poll(() => runtime(app), redWithin).toBe(200);
  await worker.end("SIGTERM");
  // Whoever signs off is missed by nobody.
  expect(await runtime(app)).toBe(200);
});

test("a worker that hangs or dies turns health red within a minute, and green when it is mended", async ({
  app,
  page,
}) => {
  const worker = await app.join({ ROLE: "worker" });
  await expect.poll(() => runtime(app), redWithin).toBe(200);

  process.kill(worker.pid, "SIGSTOP");
  try {
    await expect.poll(() => runtime(app), redWithin).toBe(503);
    expect((await health(app.url, "/health/runtime")).body).toContain("is hung");
    await page.goto("/settings/system");
    const row = page.getByRole("row").filter({ hasText: `:${worker.pid}` });
    await expect(row).toContainText("Hangs");
    await expectAccessible(page);
  } finally {
    process.kill(worker.pid, "SIGCONT");
  }
  await expect.poll(() => runtime(app), redWithin).toBe(200);

  await worker.end("SIGKILL");
  await expect.poll(() => runtime(app), redWithin).toBe(503);
  expect((await health(app.url, "/health/runtime")).body).toContain("is dead");
  const next = await app.join({ ROLE: "worker" });
  await expect.poll(() => runtime(app), redWithin).toBe(200);
  await next.end("SIGTERM");
});

test("health speaks in words to strangers, and of everything to operators", async ({
  app,
  admin,
  page,
  browserOf,
}) => {
  const stranger = await browserOf();
  for (const path of [
    "/health",
    "/ready",
    "/health/runtime",
    "/health/memory",
    "/health/tools",
    "/health/models",
  ]) {
    const answer = await stranger.request.get(path);
    expect([path, answer.status(), Object.keys(await answer.json())]).toEqual([path, 200, ["ok", "checks"]]);
    expect(Object.keys(await (await page.request.get(path)).json())).toContain("problems");
  }
  expect((await stranger.request.get("/metrics")).status()).toBe(401);
  expect((await page.request.get("/metrics")).status()).toBe(200);

  const port = await freePort();
  const worker = await app.join({ ROLE: "worker", WORKER_PORT: String(port) });
  const agent = await agentFrom(admin, "chat-agent", "Counted");
  await testRun(admin, agent, sampleOf("chat-agent"));
  const counted = async () => (await health(`http://localhost:${port}`, "/metrics")).body;
  await expect.poll(counted, redWithin).toContain('signalbox_runs_ended_total{status="success"} 1');
  expect(await counted()).toContain('signalbox_node_seconds_count{type="agent",outcome="finished"} 1');
  expect((await health(app.url, "/metrics")).body).toContain(
    'signalbox_processes{role="web",state="well"} 1',
  );
  await worker.end("SIGTERM");
});
