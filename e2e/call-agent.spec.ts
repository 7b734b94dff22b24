import { deleteAgent, unpublishAgent } from "@/lib/api/contract/agents";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { putLive } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "call-agent" });

const clerk = draw({
  channels: { order: text, decision: text },
  nodes: {
    start: start("order"),
    note: node(
      "set-state",
      { assignments: [{ channel: "decision", value: 'order + " is sent"' }] },
      {},
      "Note",
    ),
    end: end("decision"),
  },
  edges: ["start > note", "note > end"],
});

const shop = draw({
  channels: { order: text, reply: text, count: { type: "number", reducer: "replace" } },
  nodes: {
    start: start("order"),
    call: node("call-agent", { slug: "", inputs: [], outputs: [] }, {}, "Ask the clerk"),
    end: end("reply"),
  },
  edges: ["start > call", "call > end"],
});

test("an agent is chosen by name, what goes in and comes out is offered, and what does not fit is told", async ({
  page,
  admin,
}) => {
  const asked = await agentOf(admin, "Clerk", clerk);
  await putLive(admin, asked, "workspace");
  const caller = await agentOf(admin, "Shop", shop);
  const editor = new EditorPage(page);
  const { canvas, inspector } = editor;
  await editor.open(caller.id);
  await canvas.select("Ask the clerk");

  await inspector.field("Agent").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Cler");
  await expect(page.getByRole("option", { name: /Clerk/ })).toContainText("v1");
  await expect(page.getByRole("option", { name: /Shop/ })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(inspector.field("Agent")).toHaveText("Clerk");
  await expect(inspector.field("Version")).toHaveText("The live one");
  await expect(inspector.group("Inputs")).toContainText("“Clerk” needs “order”");

  await inspector.group("Inputs").getByRole("button", { name: "Fill in same names" }).click();
  await expect(inspector.field("order")).toHaveText("order");
  await inspector.chooseChannel("order", "count");
  await expect(inspector.group("Inputs")).toContainText("takes a text, but “count” holds a number");
  await inspector.chooseChannel("order", "order");
  await inspector.chooseChannel("decision", "reply");
  await expect(editor.problemsButton).toHaveCount(0);
  await expectAccessible(page);
});

test("an agent that was taken offline or deleted is named, and the version that is pinned is the one looked at", async ({
  page,
  admin,
}) => {
  const asked = await agentOf(admin, "Archivist", clerk);
  await putLive(admin, asked, "workspace");
  const pinned = { slug: asked.slug, version: 1, inputs: [{ from: "order", to: "order" }], outputs: [] };
  const document = { ...shop, nodes: { ...shop.nodes, call: node("call-agent", pinned, {}, "Look it up") } };
  const caller = await agentOf(admin, "Library", document);
  const editor = new EditorPage(page);
  const { canvas, inspector } = editor;
  await editor.open(caller.id);
  await canvas.select("Look it up");
  await expect(inspector.field("Version")).toHaveText("Always v1");
  await expect(inspector.panel.getByRole("link", { name: "Open Archivist" })).toBeVisible();

  await admin.call(unpublishAgent, { params: { id: asked.id } });
  await page.reload();
  await canvas.select("Look it up");
  await expect(inspector.panel).toContainText("The agent “Archivist” is not published");

  await admin.call(deleteAgent, { params: { id: asked.id } });
  await page.reload();
  await canvas.select("Look it up");
  await expect(inspector.field("Agent")).toHaveText("Archivist");
  await expect(inspector.panel).toContainText("The agent “Archivist” was deleted");
});
