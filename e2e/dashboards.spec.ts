import { agentsApi, dashboardsApi, modelsApi, runsApi } from "@/lib/api/contract";
import { agentFrom, sampleOf, testRun } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { agentOf, failingChat } from "./fixtures/documents";
import type { Session } from "./fixtures/session";
import { expect, test } from "./fixtures/test";

test.use({ installation: "dashboards" });
test.describe.configure({ mode: "serial" });

const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;
const asked = { query: { range: "24h" as const } };

async function counted(person: Session, runs: number): Promise<void> {
  const count = async () => (await person.call(dashboardsApi.getDashboard, asked)).total.n;
  await expect.poll(count, { timeout: 45_000 }).toBe(runs);
}

async function researcher(person: Session) {
  const { items } = await person.call(agentsApi.listAgents, {});
  return items.find(({ name }) => name === "Figures") ?? agentFrom(person, "research", "Figures");
}

test("a newcomer is told what to do", async ({ page }) => {
  await page.goto("/dashboards");
  await expect(page.getByRole("heading", { name: "Nothing to count yet" })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("button", { name: "Where it goes" })
    .or(page.getByRole("radio", { name: "Where it goes" }))
    .click();
  await expect(page.getByRole("heading", { name: "Choose an agent" })).toBeVisible();
  await expectAccessible(page);
});

test("figures are those of the runs, lead to them, and follow new ones", async ({ page, admin }) => {
  await admin.call(modelsApi.putPriceOverride, {
    body: { provider: "offline", model: "offline", price: { input: 3_000_000, output: 15_000_000 } },
  });
  const agent = await researcher(admin);
  const failing = await agentOf(admin, "Failing", failingChat());
  const ids = [
    await testRun(admin, agent, sampleOf("research")),
    await testRun(admin, agent, sampleOf("research")),
    await testRun(admin, failing, { messages: [{ role: "user", content: "Hi" }] }),
  ];
  await counted(admin, 3);
  const runs = await Promise.all(ids.map((id) => admin.call(runsApi.getRun, { params: { id } })));
  const input = runs.reduce((sum, { tokens }) => sum + tokens.input, 0);
  const micros = runs.reduce((sum, { cost }) => sum + cost.micros, 0);
  const { total, problems } = await admin.call(dashboardsApi.getDashboard, asked);
  expect(total).toMatchObject({ n: 3, errors: 1, input, micros });
  expect(micros).toBeGreaterThan(0);

  await page.goto("/dashboards?range=24h");
  const tile = (label: string) => page.getByText(label, { exact: true }).locator("..").locator("dd");
  await expect(tile("Runs")).toHaveText(/^3/);
  await expect(tile("Failed")).toHaveText(/^133% of runs/);
  await expect(tile("Cost")).toContainText(
    `$${(micros / 1_000_000).toFixed(micros >= 9_500 ? 4 : 6).replace(/(\.\d\d)0+$/, "$1")}`,
  );

  await test.step("a chart is a table, too, whose numbers lead to their runs", async () => {
    const chart = page.getByRole("region", { name: "Runs", exact: true });
    await expect(chart.locator("svg.recharts-surface").first()).toBeVisible();
    await chart.getByRole("button", { name: "As a table" }).click();
    const cells = chart.getByRole("table").getByRole("link");
    await expect(cells).toHaveText(["2", "1"]);
    await cells.nth(1).click();
    await expect(page).toHaveURL(/\/runs\?.*status=failed/);
    await expect(page.getByRole("cell", { name: "Failing" })).toBeVisible();
    await page.goBack();
  });

  await test.step("problems and groups lead to their runs", async () => {
    const [problem] = problems;
    await page.getByRole("region", { name: "Problems" }).getByRole("link").click();
    await expect(page).toHaveURL(new RegExp(`problem=${problem?.code}`));
    await page.goBack();
    await expect(page.getByRole("table", { name: "Figures by agent" }).getByRole("row")).toHaveCount(3);
    await page.getByRole("combobox", { name: "Group by" }).click();
    await page.getByRole("option", { name: "By model" }).click();
    await expect(page).toHaveURL(/group=model/);
    await expect(page.getByRole("table", { name: "Figures by model" })).toContainText("offline");
    await page.getByRole("combobox", { name: "Group by" }).click();
    await page.getByRole("option", { name: "By node" }).click();
    await page
      .getByRole("table", { name: "Figures by node" })
      .getByRole("link", { name: "Write the report in Figures" })
      .click();
    await expect(page).toHaveURL(/view=flame/);
    const visits = page.getByRole("region", { name: "Visits of Write the report" });
    await expect(visits.getByRole("listitem")).toHaveCount(2);
    await page.goto("/dashboards?range=24h");
  });

  await test.step("a run that ends now is seen without a reload", async () => {
    await testRun(admin, agent, sampleOf("research"));
    await expect(tile("Runs")).toHaveText(/^4/, { timeout: 45_000 });
  });
});

test("the flame view shows where time and money go, down to one visit", async ({ page, admin }) => {
  const agent = await researcher(admin);
  await page.goto(`/dashboards?range=24h&view=flame&agent=${agent.id}`);
  const flame = page.getByRole("group", { name: "Where time goes" });
  await expect(flame.getByRole("button").first()).toBeVisible();
  await flame.getByRole("button").first().press("ArrowDown");
  await expect(flame.getByRole("button", { name: /^Model call offline/ }).first()).toBeFocused();
  await page
    .getByRole("radio", { name: "Money" })
    .or(page.getByRole("button", { name: "Money" }))
    .click();
  await expect(page).toHaveURL(/by=money/);
  const bars = page.getByRole("group", { name: "Where money goes" }).getByRole("button");
  await bars.first().click();
  const visits = page.getByRole("region", { name: /^Visits of/ });
  await expect(visits.getByRole("listitem").first()).toBeVisible();
  await expectAccessible(page);
  await visits.getByRole("listitem").first().getByRole("link").click();
  await expect(page).toHaveURL(/\/runs\/run_.*span=/);
  await expect(page.getByRole("treeitem", { selected: true })).toBeVisible();
});

for (const scheme of ["light", "dark"] as const) {
  for (const [size, viewport] of Object.entries(sizes)) {
    test.describe(`${scheme}, ${size}`, () => {
      test.use({ colorScheme: scheme, viewport });

      test("charts, tables and the flame view can be read by everybody", async ({ page, admin }) => {
        const agent = await researcher(admin);
        await page.goto("/dashboards?range=24h");
        await expect(page.locator("svg.recharts-surface").first()).toBeVisible();
        await expectAccessible(page);
        await page
          .getByRole("region", { name: "Latency" })
          .getByRole("button", { name: "As a table" })
          .click();
        await expectAccessible(page);
        await page.goto(`/dashboards?range=24h&view=flame&agent=${agent.id}`);
        await expect(page.getByRole("table", { name: "Places as a table" })).toBeVisible();
        await expect(page.getByRole("region", { name: /^The graph with/ })).toBeVisible();
        await expectAccessible(page);
      });
    });
  }
}

test("figures that cannot be loaded say so, and are asked for again", async ({ page }) => {
  await page.route("**/api/v1/dashboards?*", (route) => route.abort());
  await page.goto("/dashboards?range=24h");
  await expect(page.getByRole("heading", { name: "The figures could not be loaded" })).toBeVisible({
    timeout: 30_000,
  });
  await expectAccessible(page);
  await page.unroute("**/api/v1/dashboards?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("region", { name: "Runs", exact: true })).toBeVisible();
});

test("a custom range is told what is wrong with it, at the field", async ({ page }) => {
  await page.goto("/dashboards?range=custom&from=2026-03-08&to=2026-03-01");
  await expect(page.getByLabel("Last day")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("The last day comes before the first, 2026-03-08.")).toBeVisible();
  await expectAccessible(page);
});
