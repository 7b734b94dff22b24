import type { Page } from "@playwright/test";
import { agentFrom, putLive } from "./fixtures/agents";
import { agentOf, echoDocument } from "./fixtures/documents";
import { startRequestCounter } from "./fixtures/request-counter";
import { expect, test } from "./fixtures/test";
import { ChatPage } from "./pages/chat-page";

test.use({ installation: "chat", viewport: { width: 390, height: 844 } });

const columns = Array.from({ length: 30 }, (_, index) => `column ${index}`);
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** What a model could be talked into saying. */
const hostile = (elsewhere: string) =>
  [
    "# Harmless",
    "<script>window.executed = 1</script>",
    `<img src="${elsewhere}/html.png" onerror="window.executed = 1">`,
    `<iframe src="${elsewhere}/frame"></iframe><svg onload="window.executed = 1"></svg>`,
    `![a picture](${elsewhere}/track.png) and ![][ref]`,
    "[script](javascript:window.executed=1) [page](data:text/html,<script>window.executed=1</script>)",
    "<javascript:window.executed=1> [good](https://example.org/good)",
    [row(columns), row(columns.map(() => "---")), row(columns)].join("\n"),
    "x".repeat(2_000),
    `\`${"y".repeat(2_000)}\``,
    `\`\`\`js\n${"z".repeat(2_000)}\n\`\`\``,
    `- ${"w".repeat(2_000)}`,
    `[ref]: ${elsewhere}/reference.png`,
  ].join("\n\n");

test("hostile text of an agent loads nothing, executes nothing and stays in its column", async ({
  page,
  admin,
}) => {
  const elsewhere = await startRequestCounter();
  const agent = await agentOf(admin, "Echo", echoDocument());
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(page);
  await chat.open(agent.slug);
  await chat.input("Question").fill(hostile(elsewhere.url));
  await chat.run.click();
  await expect(chat.exchanges.getByRole("heading", { name: "Harmless" })).toBeVisible();

  await expect(chat.exchanges.getByRole("table")).toBeVisible();
  await expect(chat.exchanges.getByRole("link", { name: "good" })).toHaveAttribute("rel", /noreferrer/);
  await expect(chat.exchanges.getByRole("link", { name: "Image: a picture" })).toBeVisible();
  for (const name of ["script", "page"]) {
    await expect(chat.exchanges.getByRole("link", { name, exact: true })).toHaveCount(0);
    await expect(chat.exchanges.getByText(name, { exact: true })).toBeVisible();
  }
  await expectTame(page, chat);
  expect(elsewhere.asked).toEqual([]);
  await elsewhere.close();
});

test("nor does a message that a model quotes while it streams", async ({ page, admin }) => {
  const elsewhere = await startRequestCounter();
  const agent = await agentFrom(admin, "chat-agent", "Quotes");
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(page);
  await chat.open(agent.slug);
  for (const message of [
    `![x](${elsewhere.url}/track.png) is a picture`,
    `<img src="${elsewhere.url}/html.png" onerror="window.executed=1"><script>window.executed=1</script>`,
    "See [here](javascript:window.executed=1) or [there](data:text/html,<script>1</script>)",
    "v".repeat(2_000),
  ]) {
    await chat.say(message);
    await expect(chat.exchanges.last().getByRole("button", { name: "Copy answer" })).toBeVisible();
    await expect(chat.exchanges.last()).toContainText("I am the offline model");
  }
  await expect(chat.exchanges.first().getByRole("link", { name: "Image: x" })).toBeVisible();
  await expectTame(page, chat);
  expect(elsewhere.asked).toEqual([]);
  await elsewhere.close();
});

/** Nothing but our own elements, no script has run, nothing is wider than its column. */
async function expectTame(page: Page, chat: ChatPage): Promise<void> {
  await expect(chat.log.locator("img, script, iframe, object, embed, [onerror], [onload]")).toHaveCount(0);
  await expect(chat.log.locator("a[href^='javascript:'], a[href^='data:']")).toHaveCount(0);
  expect(await page.evaluate(() => "executed" in window)).toBe(false);
  const wide = await chat.log.evaluate((log) => {
    const limit = log.clientWidth;
    return [...log.querySelectorAll("p, li, pre, section, dl, code")]
      .filter((each) => !each.parentElement?.closest("pre, [aria-label=Table]"))
      .filter((each) => each.getBoundingClientRect().right > limit + 0.5)
      .map((each) => each.outerHTML.slice(0, 80));
  });
  expect(wide).toEqual([]);
  expect(await chat.log.evaluate((log) => log.scrollWidth - log.clientWidth)).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
}
