import { agentFrom, putLive } from "./fixtures/agents";
import { admin as owner } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { ChatPage } from "./pages/chat-page";

test.use({ installation: "chat" });

test("a visitor comes back to their own conversations and sees nobody else's", async ({
  admin,
  browserOf,
}) => {
  const agent = await agentFrom(admin, "chat-agent", "Open to all");
  await putLive(admin, agent, "public");
  const first = new ChatPage(await browserOf());
  await first.open(agent.slug);
  await expect(first.threads).toContainText("Your conversations will stand here.");
  await first.say("What is 12 * 4?");
  await expect(first.log).toContainText("48");
  await expect(first.thread("What is 12 * 4?")).toBeVisible();
  const address = first.page.url();

  await test.step("back in another tab", async () => {
    const again = new ChatPage(await first.page.context().newPage());
    await again.open(agent.slug);
    await again.thread("What is 12 * 4?").getByRole("button").first().click();
    await expect(again.log).toContainText("48");
    await expect(again.page).toHaveURL(address);
  });

  await test.step("somebody else", async () => {
    const other = new ChatPage(await browserOf());
    await other.open(agent.slug);
    await expect(other.threads).toContainText("Your conversations will stand here.");
    await other.page.goto(address);
    await expect(other.page.getByRole("heading", { name: "This conversation is not here" })).toBeVisible();
    await expect(other.log).not.toContainText("48");
    await other.page.getByRole("link", { name: "Start a new conversation" }).click();
    await expect(other.composer()).toBeVisible();
  });
});

test("a visitor is told that a person is asked, and gets the answer when they have", async ({
  page,
  admin,
  browserOf,
}) => {
  const agent = await agentFrom(admin, "approval", "Asks a person");
  await putLive(admin, agent, "public");
  const chat = new ChatPage(await browserOf());
  await chat.open(agent.slug);
  await chat.input("Topic").fill("Opening hours");
  await chat.run.click();
  await expect(chat.approval).toContainText("A person has to look at this first");
  await expect(chat.approval).not.toContainText("Is this draft ready?");
  await expect(chat.approval.getByRole("button")).toHaveCount(0);

  await page.goto("/approvals");
  const card = page.getByRole("article", { name: "Approval" }).filter({ hasText: "Asks a person" });
  await card.getByRole("button", { name: "Approve" }).click();
  await expect(chat.log).toContainText("Opening hours");
  await expect(chat.approval).toHaveCount(0);
  await expect(chat.page.getByRole("button", { name: "Copy answer" })).toBeVisible();
});

test("an agent for members asks a visitor to sign in, and takes them back", async ({ admin, browserOf }) => {
  const agent = await agentFrom(admin, "chat-agent", "Members only");
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(await browserOf());
  await chat.open(agent.slug);
  await chat.page.getByLabel("E-mail").fill(owner.email);
  await chat.page.getByLabel("Password", { exact: true }).fill(owner.password);
  await chat.page.getByRole("button", { name: "Sign in" }).click();
  await expect(chat.composer()).toBeVisible();
  await expect(chat.page).toHaveURL(new RegExp(`/chat/${agent.slug}$`));
});

test("conversations are begun, found, renamed and deleted", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "chat-agent", "Talkative");
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(page);
  await chat.open(agent.slug);
  await expect(chat.threads).toContainText("Your conversations will stand here.");
  for (const question of ["What is 12 * 4?", "What is 3 + 4?"]) {
    await page.getByRole("button", { name: "New conversation" }).click();
    await expect(chat.exchanges).toHaveCount(0);
    await chat.say(question);
    await expect(page.getByRole("button", { name: "Copy answer" })).toBeVisible();
  }

  await chat.chooseForThread("12 * 4", /Rename/);
  const dialog = page.getByRole("dialog", { name: "Rename conversation" });
  await dialog.getByLabel("Name").fill("Multiplying");
  await page.keyboard.press("Enter");
  await expect(chat.thread("Multiplying")).toBeVisible();
  await page.getByRole("textbox", { name: "Search conversations" }).fill("multi");
  await expect(chat.threads.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("textbox", { name: "Search conversations" }).fill("nothing like it");
  await expect(chat.threads).toContainText("No conversation matches.");
  await page.getByRole("textbox", { name: "Search conversations" }).fill("");

  await chat.chooseForThread("3 + 4", /Delete/);
  const question = page.getByRole("alertdialog", { name: "Delete “What is 3 + 4?”?" });
  await question.getByRole("button", { name: "Delete" }).click();
  await expect(chat.threads.getByRole("listitem")).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(`/chat/${agent.slug}$`));
  await expect(chat.exchanges).toHaveCount(0);
});
