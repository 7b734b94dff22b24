import { runListsApi, runsApi } from "@/lib/api/contract";
import { listCases } from "@/lib/api/contract/test-cases";
import { agentFrom, putLive, sampleOf, testRun } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { join } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { RunsPage } from "./pages/runs-page";

test.use({ installation: "runs-lists" });

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

test("a list is narrowed by several filters, each a chip that goes by itself", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Narrowed");
  const [apples = "", pears = "", plums = ""] = await Promise.all(
    ["Apples", "Pears", "Plums"].map((topic) => testRun(admin, agent, { topic })),
  );
  await admin.call(runListsApi.tagRuns, { body: { ids: [apples, pears], add: ["fruit"] } });
  // A run that is stopped before a worker takes it has taken no time.
  await expect
    .poll(async () => (await admin.call(runsApi.getRun, { params: { id: pears } })).status)
    .toBe("interrupted");
  await admin.call(runsApi.cancelRun, { params: { id: pears } });
  const runs = new RunsPage(page);
  await runs.open(agent.id);
  await expect(runs.rows()).toHaveCount(3);

  const panel = await runs.openFilters();
  await panel.getByRole("combobox", { name: "Tag" }).click();
  await page.getByRole("option", { name: "fruit" }).click();
  await expect(runs.rows()).toHaveCount(2);
  await panel.getByRole("group", { name: "Time taken, in seconds" }).getByLabel("At least").fill("0.001");
  await page.keyboard.press("Escape");
  await expect(runs.rows()).toHaveText([/Pears/]);
  await runs.choose("Status", "Stopped");
  await runs.choose("Started", "Last 24 hours");
  await expect(runs.chips).toHaveText([
    /Status: Stopped/,
    /Started: in the last 24 hours/,
    /Tag: fruit/,
    /Time taken: 1 ms or more/,
    /Clear all/,
  ]);
  await expect(page).toHaveURL(/tag=fruit/);
  await page.reload();
  await expect(runs.rows()).toHaveText([/Pears/]);

  await test.step("one goes, then all", async () => {
    await runs.chips.filter({ hasText: "Status" }).getByRole("button").click();
    await runs.chips.filter({ hasText: "Time taken" }).getByRole("button").click();
    await expect(runs.rows()).toHaveCount(2);
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect(runs.row(plums)).toBeVisible();
    await expect(runs.chips).toHaveCount(0);
  });

  await test.step("what hides everything is named", async () => {
    await runs.choose("Status", "Timed out");
    await page.getByLabel("Search text or id").fill("Plums");
    const none = page.getByRole("heading", { name: "No run matches" }).locator("..");
    await expect(none).toContainText("Status: Timed out");
    await expect(none).toContainText("Text: “Plums”");
    await none.getByRole("button", { name: "Clear all filters" }).click();
    await expect(runs.rows()).toHaveCount(3);
  });

  await test.step("a value that cannot be says so at its field", async () => {
    const filters = await runs.openFilters();
    await filters.getByLabel("Published version").fill("two");
    await expect(filters.getByText("Enter a whole number.")).toBeVisible();
    const cost = filters.getByRole("group", { name: "Cost, in dollars" });
    await cost.getByLabel("At least").fill("much");
    await expect(cost.getByText("Enter a number from 0 on")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(runs.chips.filter({ hasText: "Version" })).toContainText("Not used.");
    await expect(runs.rows()).toHaveCount(3);
  });
});

test("a view is saved, chosen, changed, shared, renamed and deleted", async ({
  app,
  page,
  admin,
  browserOf,
}) => {
  const agent = await agentFrom(admin, "approval", "Viewed");
  const waiting = await testRun(admin, agent, { topic: "Waits" });
  const stopped = await testRun(admin, agent, { topic: "Stops" });
  await admin.call(runsApi.cancelRun, { params: { id: stopped } });
  const runs = new RunsPage(page);
  await runs.open();
  await runs.choose("Status", "Stopped");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Problem" }).click();
  await page.keyboard.press("Escape");
  await expect(runs.table.getByRole("columnheader", { name: "Problem" })).toBeVisible();

  await runs.chooseView("Save as a new view…");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Give it a name.")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("What stopped");
  await page.getByLabel("Share with the workspace").click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(runs.viewMenu("What stopped")).toBeVisible();
  await expect(page).toHaveURL(/view=/);

  await test.step("all runs, and the view again", async () => {
    await runs.viewMenu("What stopped").click();
    await page.getByRole("menuitem", { name: "All runs" }).click();
    await expect(runs.row(waiting)).toBeVisible();
    await runs.chooseView("What stopped");
    await expect(runs.row(waiting)).toHaveCount(0);
    await expect(runs.row(stopped)).toBeVisible();
  });

  await test.step("others see it, and cannot change it", async () => {
    const viewer = await join(app.url, admin, "viewer");
    const theirs = new RunsPage(await browserOf(viewer));
    await theirs.open();
    await theirs.chooseView("What stopped");
    await expect(theirs.row(stopped)).toBeVisible();
    await expect(theirs.row(waiting)).toHaveCount(0);
    await expect(theirs.table.getByRole("columnheader", { name: "Problem" })).toBeVisible();
    await theirs.viewMenu("What stopped").click();
    await expect(theirs.page.getByRole("menuitem", { name: "Save as a new view…" })).toBeVisible();
    await expect(theirs.page.getByRole("menuitem", { name: /Delete|Rename/ })).toHaveCount(0);
  });

  await test.step("it is changed, renamed and deleted", async () => {
    await runs.choose("Status", "Waiting");
    await expect(runs.viewMenu("What stopped changed")).toBeVisible();
    await runs.viewMenu("What stopped changed").click();
    await page.getByRole("menuitem", { name: "Save changes to" }).click();
    await expect(runs.viewMenu("What stopped changed")).toHaveCount(0);
    await page.reload();
    await expect(runs.row(waiting)).toBeVisible();
    await expect(runs.row(stopped)).toHaveCount(0);
    await runs.viewMenu("What stopped").click();
    await page.getByRole("menuitem", { name: "Rename or share…" }).click();
    await page.getByLabel("Name", { exact: true }).fill("What waits");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await runs.viewMenu("What waits").click();
    await page.getByRole("menuitem", { name: "Delete…" }).click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await expect(runs.viewMenu()).toBeVisible();
    await expect(runs.row(stopped)).toBeVisible();
    expect(await admin.call(runListsApi.listViews, {})).toEqual({ items: [] });
  });
});

test("ticked runs are tagged, run again, tried as tests, compared and deleted", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Ticked");
  const first = await testRun(admin, agent, sampleOf("approval"));
  const second = await testRun(admin, agent, sampleOf("approval"));
  const open = await testRun(admin, agent, { topic: "Still waits" });
  const runs = new RunsPage(page);
  await runs.open(agent.id);
  for (const id of [first, second]) {
    await expect(runs.row(id)).toContainText("Waiting");
    const { items } = await admin.call(runsApi.listInterrupts, { query: { runId: id } });
    await admin.call(runsApi.answerInterrupt, {
      params: { id: items[0]?.id ?? "" },
      body: { answer: "approve" },
    });
    await expect(runs.row(id)).toContainText("Done");
  }

  await test.step("by the keyboard", async () => {
    await runs.tick(second).focus();
    await page.keyboard.press("Space");
    await expect(runs.bulk).toContainText("1 ticked");
    await runs.tick(first).click();
    await expect(runs.bulk).toContainText("2 ticked");
  });

  await test.step("tagged", async () => {
    await runs.bulk.getByRole("button", { name: "Tag" }).click();
    await page.getByLabel("Add", { exact: true }).fill("!");
    await page.getByRole("button", { name: "Save tags" }).click();
    await expect(page.getByText("A tag begins with a letter or digit")).toBeVisible();
    await page.getByLabel("Add", { exact: true }).fill("golden");
    await page.getByRole("button", { name: "Save tags" }).click();
    await expect(runs.row(first)).toContainText("golden");
    await expect(runs.row(second)).toContainText("golden");
    await expect(runs.row(open)).not.toContainText("golden");
  });

  await test.step("an agent without a live version is not run, and says so", async () => {
    await runs.tick(first).click();
    await runs.bulk.getByRole("button", { name: "Run again" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Run again" }).click();
    const refused = page.getByRole("dialog", { name: "1 run not started" });
    await expect(refused).toContainText("Ticked has no live version. Publish it first.");
    await refused.getByRole("button", { name: "Close" }).first().click();
    await expect(runs.rows()).toHaveCount(3);
    await expect(runs.tick(first)).toBeChecked();
  });

  await test.step("run again on the live version", async () => {
    await putLive(admin, agent, "workspace");
    await runs.tick(second).click();
    await runs.bulk.getByRole("button", { name: "Run again" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Run again" }).click();
    await expect(page.getByText("2 runs started again")).toBeVisible();
    await expect(runs.rows().filter({ hasText: "v1" })).toHaveCount(2);
    const { items } = await admin.call(runsApi.listRuns, { query: { agentId: agent.id, version: 1 } });
    expect(new Set(items.map(({ origin }) => origin?.runId))).toEqual(new Set([first, second]));
  });

  await test.step("added to the tests, but for what has not ended", async () => {
    await runs.tick(first).click();
    await runs.tick(open).click();
    await runs.bulk.getByRole("button", { name: "Add to tests" }).click();
    const refused = page.getByRole("dialog", { name: "1 run not added to the tests" });
    await expect(refused).toContainText("This run has not ended yet. Wait until it has, or stop it.");
    await refused.getByRole("button", { name: "Close" }).first().click();
    await expect(page.getByText("1 run added to the tests")).toBeVisible();
    const cases = await admin.call(listCases, { params: { id: agent.id } });
    expect(cases.items).toHaveLength(1);
  });

  await test.step("what has not ended is not deleted, and says so", async () => {
    await runs.tick(first).click();
    await runs.bulk.getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("alertdialog")).toContainText("Delete 2 runs?");
    await page.getByRole("button", { name: "Delete 2 runs" }).click();
    const refused = page.getByRole("dialog", { name: "1 run not deleted" });
    await expect(refused).toContainText("Still waits");
    await expect(refused).toContainText("It has not ended yet.");
    await refused.getByRole("button", { name: "Close" }).first().click();
    await expect(runs.row(first)).toHaveCount(0);
    await expect(runs.row(open)).toBeVisible();
    await expect(runs.bulk).toContainText("1 ticked");
  });

  await test.step("two are compared, the earlier on the left", async () => {
    await expect(runs.bulk.getByRole("button", { name: "Compare" })).toHaveCount(0);
    await runs.tick(second).click();
    await runs.bulk.getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL(new RegExp(`/runs/compare\\?a=${second}&b=${open}`));
  });
});

test("what matches is exported, and what is ticked alone", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Exported");
  const apples = await testRun(admin, agent, { topic: "Apples, red" });
  const pears = await testRun(admin, agent, { topic: "Pears" });
  await testRun(admin, agent, { topic: "Plums" });
  const runs = new RunsPage(page);
  await runs.open(agent.id);
  await expect(runs.rows()).toHaveCount(3);
  const main = page.getByRole("main");
  const linesOf = (lines: string): unknown[] =>
    lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));

  await page.getByLabel("Search text or id").fill("Apples");
  await expect(runs.rows()).toHaveCount(1);
  expect(linesOf(await runs.exported(main, "Export as JSON lines"))).toMatchObject([
    { id: apples, input: { topic: "Apples, red" }, agentName: "Exported" },
  ]);
  const csv = await runs.exported(main, "Export as CSV");
  expect(csv.trim().split("\r\n")).toHaveLength(2);
  expect(csv).toContain(`"{""topic"":""Apples, red""}"`);

  await page.getByRole("button", { name: "Clear all" }).click();
  await runs.tick(apples).click();
  await runs.tick(pears).click();
  expect(linesOf(await runs.exported(runs.bulk, "Export as JSON lines"))).toMatchObject([
    { id: pears },
    { id: apples },
  ]);
});

test("a list that is narrowed stays live, and still while rows are ticked", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Live");
  const one = await testRun(admin, agent, { topic: "One" });
  const two = await testRun(admin, agent, { topic: "Two" });
  const runs = new RunsPage(page);
  await runs.open(agent.id);
  await runs.choose("Status", "Waiting");
  await expect(runs.rows()).toHaveText([/Two/, /One/]);
  await admin.call(runsApi.cancelRun, { params: { id: two } });
  await expect(runs.rows()).toHaveText([/One/]);

  await runs.tick(one).click();
  const three = await testRun(admin, agent, { topic: "Three" });
  await expect(runs.bulk.getByRole("button", { name: "1 change held back: show" })).toBeVisible();
  await expect(runs.rows()).toHaveText([/One/]);
  await runs.bulk.getByRole("button", { name: "1 change held back: show" }).click();
  await expect(runs.rows()).toHaveText([/Three/, /One/]);
  await expect(runs.tick(one)).toBeChecked();
  await expect(runs.tick(three)).not.toBeChecked();
});

test("who may only read is offered what they may do", async ({ app, admin, browserOf }) => {
  const agent = await agentFrom(admin, "approval", "Offered");
  const run = await testRun(admin, agent, sampleOf("approval"));
  const analyst = new RunsPage(await browserOf(await join(app.url, admin, "analyst")));
  await analyst.open(agent.id);
  await analyst.tick(run).click();
  await expect(analyst.bulk.getByRole("button")).toHaveText(["", "Tag", "Export"]);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of sizes) {
    test(`everything is accessible at ${viewport.width}, ${colorScheme}`, async ({ page, admin }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      const agent = await agentFrom(admin, "approval", "Accessible");
      const run = await testRun(admin, agent, sampleOf("approval"));
      await admin.call(runListsApi.tagRuns, { body: { ids: [run], add: ["golden"] } });
      const runs = new RunsPage(page);
      await page.goto(`/runs?agent=${agent.id}&tag=golden&version=x`);
      await expect(runs.chips).toHaveCount(4);
      await runs.tick(run).click();
      await expect(runs.bulk).toBeVisible();
      await expectAccessible(page);
      await runs.openFilters();
      await expect(page.getByText("Enter a whole number.").last()).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.goto(`/runs?agent=${agent.id}&status=error`);
      await expect(page.getByText("No run matches")).toBeVisible();
      await expectAccessible(page);
      await runs.chooseView("Save as a new view…");
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page);
    });
  }
}
