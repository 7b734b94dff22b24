import { publishAgent } from "@/lib/api/contract/agents";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";

test.use({ installation: "client-tools" });

const parameters = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };
const result = { type: "object", properties: { opened: { type: "boolean" } }, required: ["opened"] };
const config = { name: "open_page", purpose: "Opens a page.", parameters, result };

test("a tool of the caller is answered by hand in the chat, and the agent goes on", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(
    admin,
    "Guide",
    draw({
      channels: { messages: { type: "messages", reducer: "messages" } },
      nodes: {
        start: start("messages"),
        help: node("agent", {
          model: "offline/offline",
          messages: "messages",
          tools: [{ type: "client", attempts: 1, config }],
        }),
        end: end("messages"),
      },
      edges: ["start > help", "help > end"],
    }),
  );
  await admin.call(publishAgent, { params: { id: agent.id }, body: { revision: agent.revision } });
  await page.goto(`/chat/${agent.slug}`);
  await page.getByRole("textbox", { name: "Message Guide" }).fill("open_page id: 42");
  await page.keyboard.press("Enter");
  const call = page.getByRole("article", { name: "Tool call" });
  await expect(call.getByText("42")).toBeVisible();
  await expectAccessible(page);
  await call.getByLabel("Result").fill('{"opened": "yes"}');
  await expect(call.getByText(/does not fit/)).toBeVisible();
  await call.getByLabel("Result").fill('{"opened": true}');
  await call.getByRole("button", { name: "Send the result" }).click();
  await expect(call.getByText(/The caller sent the result/)).toBeVisible();
  await expect(page.getByText(/The open page tool says/).first()).toBeVisible();
  await expectAccessible(page);
});
