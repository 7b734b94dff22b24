import { agentFrom, putLive } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { agentOf, failingChat, reviewedChat } from "./fixtures/documents";
import { answerEnds, longerQuestion, longQuestion } from "./fixtures/long-question";
import { join } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { bare } from "./fixtures/watch-text";
import { ApprovalsPage } from "./pages/approvals-page";
import { ChatPage } from "./pages/chat-page";

test.use({ installation: "chat" });

const begins = "The library of our town";

test("a turn pauses, is answered in the chat and goes on live and in order", async ({ page, admin }) => {
  const agent = await agentOf(admin, "Reviewed", reviewedChat());
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(page);
  await chat.open(agent.slug);
  const streams = chat.watchStreams();

  await chat.say(longQuestion);
  await expect(chat.streaming).toContainText(begins);
  await expect(chat.streaming).not.toContainText(answerEnds);
  await expect(chat.story).toContainText([begins, "Is this answer good enough?"]);
  await expectAccessible(page);

  await chat.answer("Once more");
  await expect(chat.streaming).toContainText(begins);
  await expect(chat.story).toContainText([begins, "Once more by First Admin", begins]);
  await expect(chat.composer()).toBeFocused();
  const asked = [begins, "Once more by First Admin", begins, "Is this answer good enough?"];
  await expect(chat.story).toContainText(asked);
  expect(streams).toHaveLength(1);
  await page.reload();
  await expect(chat.story).toContainText(asked);

  await chat.approval.getByRole("button", { name: "Approve" }).click();
  await expect(chat.page.getByRole("button", { name: "Copy answer" })).toBeVisible();
  const decided = [begins, "Once more by First Admin", begins, "Approve by First Admin"];
  await expect(chat.story).toContainText(decided);
  await expect(chat.story).toHaveCount(4);
  await expect(chat.exchanges).toHaveCount(1);
  await expect(chat.stop).toHaveCount(0);
  expect(streams).toHaveLength(2);
  await page.reload();
  await expect(chat.story).toContainText(decided);
  await expect(chat.story).toHaveCount(4);
});

test("a pause is still there after a reload, and seen to be decided by somebody else", async ({
  page,
  app,
  admin,
  browserOf,
}) => {
  const agent = await agentFrom(admin, "approval", "Decided elsewhere");
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(page);
  await chat.open(agent.slug);
  await chat.input("Topic").fill("New opening hours");
  await chat.run.click();
  await expect(chat.approval).toContainText("Is this draft ready?");
  await page.reload();
  await expect(chat.approval.getByLabel("Draft")).toHaveValue(/New opening hours/);

  const inbox = new ApprovalsPage(await browserOf(await join(app.url, admin, "analyst")));
  await inbox.open();
  await inbox.answer("Decided elsewhere", "Approve");
  await expect(chat.approval).toContainText("Approve by Some analyst");
  await expect(chat.approval.getByRole("button")).toHaveCount(0);
  await expect(chat.approval).toContainText("New opening hours");
  await expect(chat.log.getByRole("definition").filter({ hasText: /^Yes$/ })).toBeVisible();
});

test("a reload in the middle of an answer loses nothing and repeats nothing", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "chat-agent", "Reloaded chat");
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(page);
  await chat.open(agent.slug);
  await chat.say(longQuestion);
  await expect(chat.streaming).toContainText(begins);
  await page.reload();
  const seen = await chat.watchStreaming();
  await expect(page.getByRole("button", { name: "Copy answer" })).toBeVisible({ timeout: 20_000 });

  await expect(chat.exchanges).toHaveCount(1);
  const whole = bare((await chat.exchanges.textContent()) ?? "");
  expect(whole.split(bare(answerEnds))).toHaveLength(3);
  const texts = (await seen()).map(bare);
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.filter((text) => !whole.includes(text))).toEqual([]);
});

for (const [how, stop] of [
  ["its button", (chat: ChatPage) => chat.stop.click()],
  ["Escape", (chat: ChatPage) => chat.page.keyboard.press("Escape")],
] as const) {
  test(`an answer is stopped by ${how}, says so, and is tried again`, async ({ page, admin }) => {
    const agent = await agentFrom(admin, "chat-agent", `Stopped by ${how}`);
    await putLive(admin, agent, "workspace");
    const chat = new ChatPage(page);
    await chat.open(agent.slug);
    await chat.say(longQuestion);
    await expect(chat.streaming).toContainText(begins);
    await stop(chat);
    await expect(chat.log).toContainText("This answer was stopped", { timeout: 2_000 });
    await expect(chat.exchanges.getByText(`Quoted, not understood`)).toContainText(begins);
    await expect(chat.composer()).toBeFocused();

    await chat.retry.click();
    await expect(chat.composer()).toBeFocused();
    await expect(page.getByRole("button", { name: "Copy answer" })).toBeVisible({ timeout: 20_000 });
    await expect(chat.exchanges.last()).toContainText(answerEnds);
    await expect(chat.exchanges).toHaveCount(1);
    await expect(chat.exchanges).not.toContainText("This answer was stopped");
    await expect(chat.retry).toHaveCount(0);
    await chat.earlier.click();
    const earlier = chat.log.getByRole("article", { name: "Earlier attempt" });
    await expect(earlier).toContainText("This answer was stopped");
    await expect(earlier.getByText("Quoted, not understood")).toContainText(begins);
  });
}

test("a turn that fails says so, keeps what was asked, and can be tried again", async ({ page, admin }) => {
  const agent = await agentOf(admin, "Failing", failingChat());
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(page);
  await chat.open(agent.slug);
  await chat.say("Is anybody there?");
  await expect(page.getByRole("alert").filter({ hasText: "The agent could not answer" })).toBeVisible();
  await expect(page.getByRole("link", { name: "View trace" })).toBeVisible();
  await expectAccessible(page);

  await chat.retry.click();
  await expect(chat.earlier).toHaveText("Earlier attempt");
  await expect(chat.exchanges.getByRole("alert")).toHaveCount(1);
  await chat.retry.click();
  await expect(chat.earlier).toHaveText("2 earlier attempts");
  await expect(chat.exchanges).toHaveCount(1);
  await expect(chat.log.getByText("Is anybody there?")).toHaveCount(1);
  await page.reload();
  await chat.earlier.click();
  await expect(chat.log.getByRole("article", { name: "Earlier attempt" })).toHaveCount(2);
  await expect(chat.exchanges.getByRole("alert")).toHaveCount(3);
  await expect(chat.log.getByText("Is anybody there?")).toHaveCount(1);
  await expectAccessible(page);
});

test("Enter sends, Shift+Enter breaks the line, a draft survives a reload", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "chat-agent", "Typed to");
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(page);
  await chat.open(agent.slug);
  await expect(chat.composer()).toBeFocused();
  await page.keyboard.type("What is");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("12 * 4?");
  await page.reload();
  await expect(chat.composer()).toHaveValue("What is\n12 * 4?");
  await chat.composer().press("Enter");
  await expect(chat.log).toContainText("48");
  await expect(chat.composer()).toHaveValue("");
  await expect(chat.composer()).toBeFocused();
});

test("inputs are asked for one by one, and what is wrong with one stands at it", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "research", "Researcher");
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(page);
  await chat.open(agent.slug);
  await chat.run.click();
  await expect(chat.input("Material")).toBeFocused();
  await expect(chat.input("Material")).toHaveAccessibleDescription("The text to study. Fill this in");
  await expect(chat.exchanges).toHaveCount(0);
  const material = "The library counted 48,000 visits. Its roof leaks.";
  await chat.input("Material").fill(material);
  await page.reload();
  await expect(chat.input("Material")).toHaveValue(material);
  await chat.run.click();
  await expect(page.getByRole("button", { name: "Copy answer" })).toBeVisible({ timeout: 20_000 });
  await expect(chat.exchanges.getByRole("listitem").first()).toBeVisible();
  await expect(chat.exchanges.getByRole("figure")).toHaveCount(0);
  await expect(chat.input("Material")).toHaveValue("");
  await chat.open(agent.slug);
  await expect(chat.input("Material")).toHaveValue("");
});

test("what is said while an answer is being made waits for its turn, or cuts in", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "chat-agent", "Interrupted");
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(page);
  await chat.open(agent.slug);
  await chat.say(longerQuestion);
  await expect(chat.streaming).toContainText(begins);

  const waiting = chat.log.getByRole("article", { name: "Waiting message" });
  await chat.say("And the park?");
  await expect(waiting).toHaveCount(1);
  await chat.say("Never mind");
  await expect(waiting).toHaveCount(2);
  await expect(waiting.first()).toContainText("Answered next");
  await waiting.nth(1).getByRole("button", { name: "Take this message back" }).click();
  await expect(waiting).toHaveCount(1);
  await expect(chat.composer()).toBeFocused();
  await expectAccessible(page);

  await expect(waiting).toHaveCount(0, { timeout: 40_000 });
  await expect(chat.exchanges).toHaveCount(2);
  await expect(chat.exchanges.last()).toContainText("You wrote: “And the park?”");
  await expect(page.locator("html")).toHaveJSProperty("scrollTop", 0);
  await expect(chat.log).not.toContainText("Never mind");

  await chat.say(longerQuestion);
  await expect(chat.exchanges.nth(2).locator('[aria-busy="true"]')).toContainText(begins);
  await chat.composer().fill("Stop, what about the zoo?");
  await page.getByRole("button", { name: "Stop the answer and send now" }).click();
  await expect(chat.exchanges).toHaveCount(4);
  await expect(chat.exchanges.nth(2)).toContainText("This answer was stopped");
  await expect(chat.exchanges.last()).toContainText("You wrote: “Stop, what about the zoo?”");
});
