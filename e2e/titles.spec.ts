import { agentFrom, putLive, sampleOf, testRun } from "./fixtures/agents";
import { expect, test } from "./fixtures/test";
import { ApprovalsPage } from "./pages/approvals-page";

test.use({ installation: "titles" });

test("the browser tab says what is open, from page to page", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Card writer");
  await putLive(admin, agent, "workspace");
  const nav = page.getByRole("navigation", { name: "Main" });
  const tabs = page.getByRole("navigation", { name: "Agent" });

  await page.goto("/agents");
  await expect(page).toHaveTitle("Agents · Signalbox");
  await page.getByRole("link", { name: "Card writer", exact: true }).click();
  await expect(page).toHaveTitle("Card writer · Signalbox");
  await tabs.getByRole("link", { name: "Publish" }).click();
  await expect(page).toHaveTitle("Publish · Card writer · Signalbox");
  await tabs.getByRole("link", { name: "Runs" }).click();
  await expect(page).toHaveTitle("Runs · Card writer · Signalbox");
  await nav.getByRole("link", { name: "Runs" }).click();
  await expect(page).toHaveTitle("Runs · Signalbox");
  await page.goto(`/chat/${agent.slug}`);
  await expect(page).toHaveTitle("Card writer · Signalbox");
});

test("a run says its short id, approvals how many wait, settings their section", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Letter writer");
  const runId = await testRun(admin, agent, sampleOf("approval"));
  const inbox = new ApprovalsPage(page);
  await inbox.open();
  await expect(page).toHaveTitle("Approvals (1) · Signalbox");
  await inbox.answer("Letter writer", "Approve");
  await expect(page).toHaveTitle("Approvals · Signalbox");

  await page.goto(`/runs/${runId}`);
  await expect(page).toHaveTitle(`Run ${runId.slice(-6)} · Letter writer · Signalbox`);
  await page.getByRole("link", { name: "Letter writer" }).click();
  await expect(page).toHaveTitle("Letter writer · Signalbox");

  for (const [section, title] of [
    ["appearance", "Appearance"],
    ["workspace", "Workspace"],
    ["members", "Members"],
    ["models", "Models"],
    ["secrets", "Secrets"],
    ["api-keys", "API keys"],
  ]) {
    await page.goto(`/settings/${section}`);
    await expect(page).toHaveTitle(`${title} · Settings · Signalbox`);
  }
});
