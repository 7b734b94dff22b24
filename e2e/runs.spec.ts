import { chatGraph } from "@/bench/engine/graphs";
import { agentsApi, modelsApi, runsApi, workspaceApi } from "@/lib/api/contract";
import { startProviderServer } from "@/lib/models/testing/provider-server/server";
import { agentFrom, sampleOf, testRun } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { join } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { RunsPage } from "./pages/runs-page";
import { TracePage } from "./pages/trace-page";

test.use({ installation: "runs" });

test("an open list follows a run from its start to its end", async ({ page, admin }) => {
  const provider = await startProviderServer({ key: "sk-right", tokensPerSecond: 10 });
  const connection = await admin.call(modelsApi.createConnection, {
    body: {
      name: "Slow models",
      provider: "openai-compatible",
      baseUrl: `${provider.url}/v1`,
      key: "sk-right",
      models: ["words-30"],
      allowPrivate: true,
    },
  });
  const document = chatGraph(`${connection.id}/words-30`);
  const agent = await admin.call(agentsApi.createAgent, {
    body: { name: "Slow", from: { kind: "document", document } },
  });
  const other = await agentFrom(admin, "approval", "Other");
  const runs = new RunsPage(page);
  await runs.open(agent.id);
  await expect(page.getByText("No runs yet")).toBeVisible();

  const first = await testRun(admin, agent, { messages: [{ role: "user", content: "Go on" }] });
  await expect(runs.row(first)).toContainText("Running");
  await testRun(admin, other, sampleOf("approval"));
  await expect(runs.row(first)).toContainText("Done");
  await expect(runs.row(first)).toContainText("Go on");
  await expect(runs.rows()).toHaveCount(1);
  await provider.close();
});

test("who may only read sees runs come and go, and cannot stop them", async ({ app, admin, browserOf }) => {
  const agent = await agentFrom(admin, "approval", "Watched");
  const viewer = await join(app.url, admin, "viewer");
  const analyst = await join(app.url, admin, "analyst");
  const seen = new RunsPage(await browserOf(viewer));
  const alsoSeen = new RunsPage(await browserOf(analyst));
  await seen.open();
  await alsoSeen.open();
  await expect(seen.page.getByRole("heading", { name: "Runs" })).toBeVisible();

  const run = await testRun(admin, agent, sampleOf("approval"));
  await expect(seen.row(run)).toContainText("Waiting");
  await expect(alsoSeen.row(run)).toContainText("Waiting");
  const id = { params: { id: run } };
  await expect(viewer.call(runsApi.cancelRun, id)).rejects.toMatchObject({ problem: { status: 403 } });
  await expect(analyst.call(runsApi.cancelRun, id)).rejects.toMatchObject({ problem: { status: 403 } });

  await admin.call(runsApi.cancelRun, id);
  await expect(seen.row(run)).toContainText("Stopped");
  await expect(alsoSeen.row(run)).toContainText("Stopped");

  await test.step("somebody who has left is told nothing more", async () => {
    const { items } = await admin.call(workspaceApi.listMembers, {});
    const left = items.find((member) => member.role === "viewer")?.userId ?? "";
    await admin.call(workspaceApi.removeMember, { params: { userId: left } });
    await testRun(admin, agent, { topic: "Not for those who have left" });
    await expect(alsoSeen.row(run)).toBeVisible();
    await expect(alsoSeen.page.getByText("Not for those who have left")).toBeVisible();
    await expect(seen.page.getByText("Not for those who have left")).toHaveCount(0);
  });
});

test("a list is searched, filtered, sorted and sent around by its address", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Sorted");
  const waiting = await testRun(admin, agent, { topic: "Apples" });
  const stopped = await testRun(admin, agent, { topic: "Pears" });
  await admin.call(runsApi.cancelRun, { params: { id: stopped } });
  const runs = new RunsPage(page);
  await runs.open(agent.id);
  await expect(runs.rows()).toHaveText([/Pears/, /Apples/]);
  await runs.choose("Sort by", "Oldest first");
  await expect(runs.rows()).toHaveText([/Apples/, /Pears/]);
  await runs.choose("Status", "Waiting");
  await expect(runs.rows()).toHaveText([/Apples/]);
  await expect(page).toHaveURL(/sort=oldest/);
  await page.reload();
  await expect(runs.row(waiting)).toContainText("Waiting");
  await expect(runs.rows()).toHaveCount(1);
  await page.getByLabel("Search text or id").fill("Pears");
  await expect(page.getByText("No run matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await expect(runs.rows()).toHaveText([/Apples/, /Pears/]);
  await expectAccessible(page);

  await test.step("a run is opened from its row", async () => {
    await runs.row(stopped).getByRole("link").click();
    await expect(new TracePage(page).header).toContainText("Stopped");
  });
});

test("a list that cannot be loaded says so and tries again", async ({ page, admin }) => {
  const run = await testRun(admin, await agentFrom(admin, "approval", "Refused"), sampleOf("approval"));
  await page.route("**/api/v1/runs?*", (route) => route.fulfill({ status: 400, json: {} }));
  const runs = new RunsPage(page);
  await runs.open();
  await expect(page.getByText("The runs could not be loaded")).toBeVisible();
  // By the keyboard: a change somewhere may have the list read again, and the button gone, before it is pressed.
  await page.getByRole("button", { name: "Try again" }).focus();
  await page.unroute("**/api/v1/runs?*");
  await page.keyboard.press("Enter");
  await expect(runs.row(run)).toBeVisible();
});
