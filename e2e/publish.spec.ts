import { type AgentSummary, createAgent } from "@/lib/api/contract/agents";
import { callAgent } from "@/lib/api/contract/chat";
import { createApiKey } from "@/lib/api/contract/workspace";
import { chatAgent } from "@/workflows/templates/chat-agent";
import { program, type Session } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { ChatPage } from "./pages/chat-page";
import { EditorPage } from "./pages/editor/editor-page";
import { PublishTab } from "./pages/editor/publish-tab";

test.use({ installation: "publish" });

test("people and programs reach the version that is live, and none once it is offline", async ({
  page,
  app,
  admin,
}) => {
  const agent = await fruitAgent(admin);
  const { key } = await admin.call(createApiKey, { body: { name: "Test", scopes: ["run"] } });
  const caller = program(app.url, key);
  const call = () => caller.call(callAgent, { params: { slug: agent.slug }, body: { message: "Hello" } });
  const editor = new EditorPage(page);
  const chat = new ChatPage(page);
  const tab = new PublishTab(page);

  const saysToAll = async (fruit: string) => {
    expect((await call()).output).toMatchObject({ answer: expect.stringContaining(fruit) });
    await chat.open(agent.slug);
    await chat.say("Hello");
    await expect(chat.log).toContainText(fruit);
  };

  await test.step("version 1", async () => {
    await editor.open(agent.id);
    await editor.publish();
    await editor.publishDialog.getByRole("button", { name: "Done" }).click();
    await expect(editor.bar).toContainText("v1 live");
    await saysToAll("apples");
  });

  await test.step("a changed draft changes nothing for anybody", async () => {
    await editor.open(agent.id);
    await editor.canvas.select("Say it");
    await editor.inspector.fill("Prompt", "Today we sell pears.");
    await expect(editor.bar).toContainText("changed");
    await saysToAll("apples");
  });

  await test.step("until it is published as version 2, which says what is different", async () => {
    await editor.open(agent.id);
    await page.getByRole("button", { name: "Publish…" }).click();
    await expect(editor.publishDialog).toContainText("Changed since version 1");
    await expect(editor.publishDialog.getByRole("listitem")).toContainText("Say it");
    await editor.publishDialog.getByLabel("Note").fill("Pears now");
    await editor.publishDialog.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(editor.publishDialog.getByRole("heading", { name: "Version 2 is live" })).toBeVisible();
    await saysToAll("pears");
  });

  await test.step("back to version 1 in one click", async () => {
    await tab.open(agent.id);
    await expect(tab.version(2)).toContainText("Pears now");
    await tab.putLive(1);
    await expect(editor.bar).toContainText("v1 live");
    await saysToAll("apples");
  });

  await test.step("and forward again", async () => {
    await tab.open(agent.id);
    await tab.putLive(2);
    await saysToAll("pears");
  });

  await test.step("offline", async () => {
    await tab.open(agent.id);
    await tab.takeOffline();
    await expect(editor.bar).toContainText("Not published");
    await expect(call()).rejects.toMatchObject({ problem: { status: 404 } });
    await chat.open(agent.slug);
    await expect(page.getByRole("heading", { name: "No agent lives here" })).toBeVisible();
  });

  await test.step("its versions stay", async () => {
    await tab.open(agent.id);
    await expect(tab.versions).toHaveCount(2);
    await tab.putLive(1);
    await saysToAll("apples");
  });
});

/** Says which fruit is sold today: the words of its prompt tell the versions apart. */
function fruitAgent(person: Session): Promise<AgentSummary> {
  const { document } = chatAgent;
  const answer = { type: "string", reducer: "replace" } as const;
  const say = {
    type: "model",
    typeVersion: 1,
    title: "Say it",
    config: { model: "offline/offline", prompt: "Today we sell apples.", output: "answer" },
    policy: { onError: "fail" },
  } as const;
  const end = { ...document.nodes.end, config: { outputs: ["answer"] } };
  return person.call(createAgent, {
    body: {
      name: "Fruit seller",
      from: {
        kind: "document",
        document: {
          ...document,
          channels: { ...document.channels, answer },
          nodes: { start: document.nodes.start, assistant: say, end },
        },
      },
    },
  });
}
