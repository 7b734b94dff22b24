import { changeDraft } from "@/lib/api/contract/agents";
import { agentFrom, putLive, sampleOf, testRun } from "./fixtures/agents";
import { join } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { AgentsPage } from "./pages/agents-page";
import { ApprovalsPage } from "./pages/approvals-page";
import { ChatPage } from "./pages/chat-page";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "roles" });

test("a viewer looks at everything and changes nothing", async ({ app, admin, browserOf }) => {
  const agent = await agentFrom(admin, "approval", "Not yours");
  const viewer = await join(app.url, admin, "viewer");
  const page = await browserOf(viewer);

  const agents = new AgentsPage(page);
  await agents.open();
  await expect(agents.agent("Not yours")).toBeVisible();
  await expect(page.getByRole("button", { name: "New agent" })).toHaveCount(0);

  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await expect(page.getByText("View only")).toBeVisible();
  await expect(page.getByRole("button", { name: /Add node|Test run|Publish…/ })).toHaveCount(0);
  await editor.canvas.select("Review");
  await expect(editor.inspector.field("Title")).toBeDisabled();
  await page.keyboard.press("Delete");
  await expect(editor.canvas.nodes()).toHaveCount(6);

  const rename = { op: "node.title", id: "review", title: "Mine now" } as const;
  const body = { revision: agent.revision, operations: [rename] };
  await expect(viewer.call(changeDraft, { params: { id: agent.id }, body })).rejects.toMatchObject({
    problem: { status: 403 },
  });
});

test("an analyst answers approvals", async ({ app, admin, browserOf }) => {
  const agent = await agentFrom(admin, "approval", "Asks an analyst");
  await testRun(admin, agent, sampleOf("approval"));
  const inbox = new ApprovalsPage(await browserOf(await join(app.url, admin, "analyst")));
  await inbox.open();
  await inbox.answer("Asks an analyst", "Approve");
  await expect(inbox.page.getByText("Approve by Some analyst")).toBeVisible();
});

test("visitors talk to public agents only", async ({ admin, browserOf }) => {
  const open = await agentFrom(admin, "chat-agent", "For everybody");
  const closed = await agentFrom(admin, "chat-agent", "For members");
  await putLive(admin, open, "public");
  await putLive(admin, closed, "workspace");

  const chat = new ChatPage(await browserOf());
  await chat.open(open.slug);
  await chat.say("What is (12.5 + 3) * 4?");
  await expect(chat.log).toContainText("62");
  await expect(chat.page.getByRole("link", { name: "View trace" })).toHaveCount(0);

  await chat.open(closed.slug);
  await expect(chat.page).toHaveURL(/\/sign-in\?next=/);
});
