import { callAgent } from "@/lib/api/contract/chat";
import { cancelRun } from "@/lib/api/contract/runs";
import { agentFrom, putLive } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { expect, test } from "./fixtures/test";
import { ChatPage } from "./pages/chat-page";

test.use({
  installation: "too-busy",
  environment: { WORKSPACE_RUNNING_LIMIT: "1", WORKSPACE_QUEUED_LIMIT: "0" },
});

test("a message that is turned away, because too much waits, is kept and can be sent again", async ({
  page,
  admin,
}) => {
  const agent = await agentFrom(admin, "chat-agent", "Crowded");
  await putLive(admin, agent, "workspace");
  const later = await admin.call(callAgent, {
    params: { slug: agent.slug },
    body: { message: "Not yet", afterSeconds: 7_200 },
  });

  await page.goto("/runs");
  const scheduled = page.getByRole("row").filter({ hasText: "Not yet" });
  await expect(scheduled).toContainText("Scheduled");
  await expect(scheduled).toContainText("Starts in 2 hr.");
  await page.goto(`/runs/${later.id}`);
  await expect(page.getByRole("main")).toContainText(/Starts.*\(in 2 hr\.\)/);

  const chat = new ChatPage(page);
  await chat.open(agent.slug);
  await chat.say("Is anybody there?");
  await expect(page.getByRole("status").filter({ hasText: "Too many are waiting" })).toContainText(
    "What you wrote was not sent and is kept here.",
  );
  await expect(chat.composer()).toHaveValue("Is anybody there?");
  await expectAccessible(page);

  await admin.call(cancelRun, { params: { id: later.id } });
  await chat.composer().press("Enter");
  await expect(chat.log).toContainText("You wrote: “Is anybody there?”");
  await expect(page.getByText("Too many are waiting")).toHaveCount(0);
});
