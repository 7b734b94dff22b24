import { compareHref } from "@/components/trace/compare/compare-href";
import { agentsApi, runsApi, workspaceApi } from "@/lib/api/contract";
import { agentFrom, draftOf, sampleOf, testRun } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import { callingShop, startFlakyShop } from "./fixtures/flaky-shop";
import type { Session } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { TracePage } from "./pages/trace-page";

test.use({ installation: "trace-reading", environment: { ALLOW_PRIVATE_NETWORK: "127.0.0.0/8" } });

async function ended(person: Session, id: string): Promise<void> {
  const status = async () => (await person.call(runsApi.getRun, { params: { id } })).status;
  await expect.poll(status, { timeout: 30_000 }).toBe("success");
}

async function researched(person: Session, name: string, input = sampleOf("research")) {
  const agent = await agentFrom(person, "research", name);
  const run = await testRun(person, agent, input);
  await ended(person, run);
  return { agent, run };
}

test("a trace is searched, filtered, zoomed and read along its critical path", async ({ page, admin }) => {
  const { run } = await researched(admin, "Read");
  const trace = new TracePage(page);
  const rows = trace.spans.getByRole("treeitem");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/runs/${run}`);
  await expect(rows).toHaveCount(7);
  expect(
    asked.filter((path) => path.endsWith("/trace")),
    "it is asked for early, and once",
  ).toHaveLength(1);

  await test.step("what was said in a call is found, though it was not sent along", async () => {
    const search = page.getByRole("textbox", { name: "Search spans" });
    await search.fill("lends books, tools and instruments");
    await expect(page.getByText(/^\d+ found$/)).toBeVisible();
    await search.press("Enter");
    await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
    await expect(rows.and(page.locator("[aria-selected=true]"))).toHaveCount(1);
    await search.press("Enter");
    await expect(page.getByText(/^2 of \d+$/)).toBeVisible();
    await search.press("Shift+Enter");
    await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
    await search.fill("nobody ever said this");
    await expect(page.getByText("No match")).toBeVisible();
    await search.press("Escape");
    await expect(page.getByText("No match")).toHaveCount(0);
  });

  await test.step("model calls alone are left, with the nodes around them", async () => {
    await trace.select(/^Open questions/);
    await page.getByRole("button", { name: "Filter spans" }).click();
    await page.getByRole("checkbox", { name: "Model call" }).check();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("treeitem", { name: /^Count and collect/ })).toHaveCount(0);
    await expect(page).toHaveURL(/kinds=model/);
    await page.reload();
    await expect(page.getByRole("treeitem", { name: /Model call/ })).toHaveCount(3);
    await expect(page.getByRole("treeitem", { name: /^Count and collect/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Filter spans, 1 set" }).click();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.keyboard.press("Escape");
    await expect(rows).toHaveCount(7);
  });

  await test.step("the critical path tells which branch was the slow one, and its share", async () => {
    await page.getByRole("button", { name: "Critical path" }).click();
    await expect(
      rows.filter({ hasText: "on the critical path" }).filter({ hasText: "Write the report" }),
    ).toHaveText(/%/);
    await expect(page.getByRole("treeitem", { name: /^Count and collect/ })).not.toContainText(
      "critical path",
    );
    await expectAccessible(page);
  });

  await test.step("everything folds and unfolds at once", async () => {
    await page.getByRole("button", { name: "Fold all", exact: true }).click();
    await expect(rows).toHaveCount(4);
    await page.getByRole("button", { name: "Unfold all" }).click();
    await expect(rows).toHaveCount(7);
  });

  await test.step("the axis is zoomed by buttons and by keys", async () => {
    const fit = page.getByRole("button", { name: "Show all of the time" });
    await expect(fit).toBeDisabled();
    await page.getByRole("button", { name: "Zoom in" }).click();
    await expect(fit).toBeEnabled();
    await rows.first().click();
    await page.keyboard.press("0");
    await expect(fit).toBeDisabled();
    await page.keyboard.press("+");
    await expect(fit).toBeEnabled();
  });

  await test.step("a model call is a conversation with its settings, figures and raw data", async () => {
    await trace.select(/Model call/);
    await expect(trace.details.getByText("What the model was given")).toBeVisible();
    await expect(trace.details.getByText("You read carefully and keep to what the text says.")).toBeVisible();
    await trace.details.getByText("Response", { exact: true }).click();
    await expect(trace.details.getByRole("figure", { name: "Raw response" })).toContainText("finish_reason");
    await expectAccessible(page);
  });

  await test.step("the graph stays whole where its place becomes a narrow one", async () => {
    await expect(trace.node("Write the report")).toBeInViewport({ ratio: 0.99 });
    await page.setViewportSize({ width: 390, height: 844 });
    for (const title of ["Main points", "Write the report"]) {
      await expect(trace.node(title)).toBeInViewport({ ratio: 0.99 });
    }
  });
});

test("a link to a span inside a folded list unfolds what stands around it", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "entry-by-entry", "Linked");
  const run = await testRun(admin, agent, sampleOf("entry-by-entry"));
  await ended(admin, run);
  const { view } = await admin.call(runsApi.getRunView, { params: { id: run } });
  const items = new Set(view.spans.filter(({ kind }) => kind === "item").map(({ id }) => id));
  const inside = view.spans.findLast(({ parentId }) => parentId !== undefined && items.has(parentId));
  await page.goto(`/runs/${run}?kinds=model&span=${encodeURIComponent(inside?.id ?? "")}`);
  const chosen = page.getByRole("treeitem", { selected: true });
  await expect(chosen).toBeInViewport();
  await expect(chosen).toHaveAttribute("data-span", inside?.id ?? "");

  await test.step("and copies as a link, as data and as a line of a data set", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const copy = async (as: string) => {
      await page
        .getByRole("complementary", { name: "Details" })
        .getByRole("button", { name: /^Cop(y|ied)$/ })
        .click();
      await page.getByRole("menuitem", { name: as }).click();
    };
    await copy("Link to this span");
    await expect.poll(copied).toContain(`/runs/${run}?show=span&span=`);
    await copy("As a line of a data set");
    await expect.poll(copied).toContain(`"metadata":{"run":"${run}"`);
    await copy("As JSON");
    await expect.poll(copied).toContain('"kind": "node"');
  });
});

test("two runs stand side by side", async ({ page, admin }) => {
  const { agent, run: first } = await researched(admin, "Compared");
  const draft = await draftOf(admin, agent);
  const [node] = Object.entries(draft.nodes).find(([, { title }]) => title === "Main points") ?? [""];
  const { revision } = await admin.call(agentsApi.changeDraft, {
    params: { id: agent.id },
    body: {
      revision: agent.revision,
      operations: [
        { op: "node.configure", id: node, set: { system: "You see only what is new." }, unset: [] },
      ],
    },
  });
  const second = await testRun(admin, { ...agent, revision }, { material: "A short note about bridges." });
  await ended(admin, second);

  await page.goto(`/runs/${second}`);
  await page.getByRole("button", { name: "Compare with…" }).click();
  await page.getByRole("menuitem", { name: new RegExp(`^${first.slice(-6)}`) }).click();
  await expect(page).toHaveURL(new RegExp(`${compareHref(first, second).replace("?", "\\?")}$`));
  await expect(page.getByRole("heading", { name: "Two runs side by side" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Input tokens/ })).toContainText("−");
  await expect(page.getByText("4 of 4 visits differ.")).toBeVisible();
  const visit = page.getByRole("button", { name: /^Main points/ });
  await expect(visit).toContainText("settings");
  await visit.click();
  await expect(page.getByRole("insertion").filter({ hasText: "see only" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Swap sides" }).click();
  await expect(page).toHaveURL(new RegExp(`a=${second}&b=${first}`));
  await page.goto("/runs/compare");
  await expect(page.getByText("Choose two runs to compare")).toBeVisible();
});

test("a model call is asked again with other words, and what did better goes into the draft", async ({
  page,
  admin,
}) => {
  const { agent, run } = await researched(admin, "What if");
  const trace = new TracePage(page);
  await page.goto(`/runs/${run}`);
  await trace.select(/^Main points/);
  await trace.spans
    .getByRole("treeitem", { name: /Model call/ })
    .first()
    .click();
  await page.getByRole("button", { name: "What if…" }).click();
  const sheet = page.getByRole("dialog", { name: "What if this call had been another" });
  await sheet.getByLabel("1. System").fill("Answer like a pirate.");
  await sheet.getByLabel("Temperature").fill("7");
  await sheet.getByRole("button", { name: "Ask again" }).click();
  await expect(sheet.getByText("A number from 0 to 2.")).toBeVisible();
  await sheet.getByLabel("Temperature").fill("0.3");
  await sheet.getByLabel("Times").fill("2");
  await sheet.getByRole("button", { name: "Ask again" }).click();
  await expect(sheet.getByRole("article")).toHaveCount(3);
  await expect(sheet.getByRole("article", { name: /^Answer 2/ })).toContainText("Tokens in / out");
  await expectAccessible(page);

  await sheet.getByRole("button", { name: "Apply to the draft" }).click();
  await expect(sheet.getByText(/The draft has been changed: temperature and instructions/)).toBeVisible();
  const draft = await draftOf(admin, agent);
  expect(Object.values(draft.nodes).find(({ title }) => title === "Main points")?.config).toMatchObject({
    system: "Answer like a pirate.",
    temperature: 0.3,
  });
});

test("requests, attempts, logs, large values and states are all read at their spans", async ({
  page,
  admin,
}) => {
  const shop = await startFlakyShop();
  await admin.call(workspaceApi.putSecret, { body: { name: "SHOP_KEY", value: "s3cret-of-the-shop" } });
  const agent = await agentOf(admin, "Shop", callingShop(shop.url));
  const run = await testRun(admin, agent, { order: "A-17" });
  await ended(admin, run);
  await shop.close();
  const trace = new TracePage(page);
  await page.goto(`/runs/${run}`);

  await test.step("a request that failed and one that did not, without the secret", async () => {
    await expect(page.getByRole("treeitem", { name: /HTTP call, Failed/ })).toHaveCount(1);
    await trace.select(/HTTP call, Done/);
    await expect(trace.details.getByText("Status 200")).toBeVisible();
    await trace.details.getByText("1 header of the request").click();
    await expect(
      trace.details
        .getByText("Bearer •••")
        .or(trace.details.getByText("•••", { exact: true }))
        .first(),
    ).toBeVisible();
    await expect(trace.details).not.toContainText("s3cret-of-the-shop");
    await expectAccessible(page);
  });

  await test.step("it copies as a command with a place for the secret", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await trace.details.getByRole("button", { name: "Copy", exact: true }).click();
    await page.getByRole("menuitem", { name: "As curl" }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toMatch(/^curl -X GET '[^']+\/orders\/A-17'[\s\S]*<SECRET>/);
  });

  await test.step("the visit tells of the attempt before", async () => {
    await trace.select(/^Ask the shop/);
    await expect(trace.details.getByText("Attempt 1, tried again")).toBeVisible();
    await expect(trace.details.getByText("State after its step, and what the step changed")).toBeVisible();
  });

  await test.step("a node's log stands with it, and a large value comes when it is asked for", async () => {
    await trace.select(/^Blow up/);
    await expect(trace.details.getByText("about to blow up")).toBeVisible();
    await trace.details.getByRole("button", { name: "Show all" }).click();
    await expect(trace.details.getByRole("figure", { name: "What it wrote" })).toContainText("large");
    const saved = page.waitForEvent("download");
    await trace.details.getByRole("button", { name: "Download What it wrote" }).click();
    expect((await saved).suggestedFilename()).toMatch(/output\.json$/);
    await expectAccessible(page);
  });
});
