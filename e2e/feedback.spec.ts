import { agentFrom, putLive } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { agentOf, reviewedChat } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { ChatPage } from "./pages/chat-page";

test.use({ installation: "chat" });

test("a visitor says what was wrong; the owner finds it in the list, the conversation and the trace", async ({
  page,
  admin,
  browserOf,
}) => {
  const agent = await agentFrom(admin, "chat-agent", "Spoken of");
  await putLive(admin, agent, "public");
  const chat = new ChatPage(await browserOf());
  await chat.open(agent.slug);
  await chat.say("What is 12 * 4?");
  const bad = chat.page.getByRole("button", { name: "Bad answer" });
  const good = chat.page.getByRole("button", { name: "Good answer" });

  await test.step("thumbs down with a comment, by keyboard", async () => {
    await bad.focus();
    await chat.page.keyboard.press("Enter");
    await expect(bad).toHaveAttribute("aria-pressed", "true");
    await chat.page.getByRole("textbox", { name: /^What was wrong/ }).fill("It is forty-nine.");
    await expectAccessible(chat.page);
    await chat.page.getByRole("button", { name: "Send comment" }).click();
    await expect(chat.page.getByText("You wrote: “It is forty-nine.”")).toBeVisible();
  });

  await test.step("it is there after a reload", async () => {
    await chat.page.reload();
    await expect(bad).toHaveAttribute("aria-pressed", "true");
    await expect(good).toHaveAttribute("aria-pressed", "false");
    await expect(chat.page.getByText("You wrote: “It is forty-nine.”")).toBeVisible();
  });

  await test.step("the owner sees it in the list of conversations and narrows that to it", async () => {
    await page.goto("/runs");
    await page.getByRole("link", { name: "Conversations" }).click();
    await expect(page.getByRole("heading", { name: "Conversations", level: 1 })).toBeVisible();
    await page.getByRole("combobox", { name: "Feedback" }).click();
    await page.getByRole("option", { name: "Thumbs down" }).click();
    const row = page.getByRole("row").filter({ hasText: "Spoken of" });
    await expect(row).toContainText("1 thumbs down");
    await expectAccessible(page);
    await row.getByRole("link").click();
  });

  const turn = page.getByRole("article", { name: "Turn" });
  await test.step("in the conversation", async () => {
    await expect(turn).toHaveCount(1);
    await expect(turn).toContainText("What is 12 * 4?");
    await expect(turn).toContainText("48");
    await expect(turn.getByRole("list", { name: "Feedback" })).toContainText("It is forty-nine.");
    await expect(turn.getByRole("list", { name: "Feedback" })).toContainText("A visitor in the chat");
    await expectAccessible(page);
  });

  await test.step("a turn that comes meanwhile is shown by itself", async () => {
    await chat.say("What is 2 * 3?");
    await expect(turn).toHaveCount(2);
    await expect(turn.nth(1)).toContainText("6");
    await good.nth(1).click();
    await expect(turn.nth(1).getByRole("list", { name: "Feedback" })).toContainText("Thumbs up");
    await good.nth(1).click();
    await expect(turn.nth(1).getByRole("list", { name: "Feedback" })).toHaveCount(0);
  });

  await test.step("in the trace, with a review beside it", async () => {
    await turn.first().getByRole("link", { name: "View trace" }).click();
    await page.getByRole("tab", { name: "Feedback" }).click();
    const panel = page.getByRole("tabpanel", { name: "Feedback" });
    await expect(panel).toContainText("It is forty-nine.");
    await panel.getByRole("button", { name: "Add feedback" }).click();
    await expect(panel).toContainText("Give a score, or a comment.");
    await panel.getByLabel("Score").fill("accuracy");
    await panel.getByLabel("Value").fill("7");
    await panel.getByRole("button", { name: "Add feedback" }).click();
    await expect(panel).toContainText("It has to be from 0 to 1.");
    await panel.getByLabel("Value").fill("1");
    await panel.getByLabel("Comment").fill("The visitor is mistaken.");
    await panel.getByRole("button", { name: "Add feedback" }).click();
    await expect(panel.getByRole("list", { name: "Feedback" })).toContainText("accuracy: 1 of 1");
    await panel.getByRole("button", { name: "Good run" }).click();
    await expect(panel.getByRole("list", { name: "Feedback" })).toContainText("Thumbs up");
    await expect(page.getByRole("tab", { name: "Feedback 3" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("runs are narrowed to it", async () => {
    await page.goto(`/runs?agent=${agent.id}&thumb=down&commented=yes`);
    await expect(
      page.getByRole("table", { name: "Runs" }).getByRole("link", { name: /12 \* 4/ }),
    ).toBeVisible();
    await page.goto(`/runs?agent=${agent.id}&score=accuracy&minScore=0.5`);
    await expect(
      page.getByRole("table", { name: "Runs" }).getByRole("link", { name: /12 \* 4/ }),
    ).toBeVisible();
    await page.goto(`/runs?agent=${agent.id}&score=accuracy&maxScore=0.5`);
    await expect(page.getByRole("heading", { name: "No run matches" })).toBeVisible();
  });

  await test.step("an administrator deletes what the visitor said, after being asked", async () => {
    await page.goto(`/runs?agent=${agent.id}&thumb=down`);
    await page
      .getByRole("table", { name: "Runs" })
      .getByRole("link", { name: /12 \* 4/ })
      .click();
    await page.getByRole("tab", { name: "Feedback" }).click();
    const said = page.getByRole("tabpanel", { name: "Feedback" }).getByRole("list", { name: "Feedback" });
    await said.getByRole("button", { name: "Delete what a visitor said" }).click();
    const question = page.getByRole("alertdialog", { name: "Delete what a visitor said?" });
    await expectAccessible(page);
    await question.getByRole("button", { name: "Delete" }).click();
    await expect(said).not.toContainText("It is forty-nine.");
    await expect(said).toContainText("accuracy: 1 of 1");
  });
});

test("where an answer has several replies, each is spoken of", async ({ page, admin }) => {
  const agent = await agentOf(admin, "Replied twice", reviewedChat());
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(page);
  await chat.open(agent.slug);
  await chat.say("What is 12 * 4?");
  await chat.answer("Once more");
  await expect(chat.log.getByText("Once more by First Admin")).toBeVisible();
  await chat.answer("Approve");
  const good = page.getByRole("button", { name: "Good reply" });
  await expect(good).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Good answer" })).toHaveCount(1);
  await page.getByRole("button", { name: "Bad reply" }).click();
  await page.getByRole("textbox", { name: /^What was wrong/ }).fill("Too short.");
  await page.getByRole("button", { name: "Send comment" }).click();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole("button", { name: "Bad reply" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("You wrote: “Too short.”")).toBeVisible();
  await expect(page.getByRole("button", { name: "Bad answer" })).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("link", { name: "View trace" }).click();
  await page.getByRole("tab", { name: "Feedback" }).click();
  await expect(page.getByRole("list", { name: "Feedback" })).toContainText("Thumbs down on a message");
});

test("an agent that does not ask has no thumbs", async ({ page, admin, browserOf }) => {
  const agent = await agentFrom(admin, "chat-agent", "Does not ask");
  await putLive(admin, agent, "public");
  await page.goto(`/agents/${agent.id}/publish`);
  const asks = page.getByRole("switch", { name: "Ask what people think of the answers" });
  await expect(asks).toBeChecked();
  await asks.click();
  await expect(asks).not.toBeChecked();
  await page.reload();
  await expect(asks).not.toBeChecked();
  const chat = new ChatPage(await browserOf());
  await chat.open(agent.slug);
  await chat.say("What is 12 * 4?");
  await expect(chat.page.getByRole("button", { name: "Copy answer" })).toBeVisible();
  await expect(chat.page.getByRole("button", { name: "Bad answer" })).toHaveCount(0);
});
