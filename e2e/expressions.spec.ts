import type { Locator, Page } from "@playwright/test";
import { getAgent } from "@/lib/api/contract/agents";
import { putSecret } from "@/lib/api/contract/workspace";
import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { layoutOf } from "@/workflows/graph/layout";
import { draftOf, testRun } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { Channels } from "./pages/editor/channels";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "expressions" });

test("an expression is written by keyboard alone, with what the graph has at that point", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(admin, "Judge by keyboard", judge());
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await editor.canvas.select("Decide");
  const when = editor.inspector.field("When");
  const suggestions = page.getByRole("listbox", { name: "Suggestions" });

  await test.step("channels that hold a value come first and say who writes them", async () => {
    await when.fill("");
    await page.keyboard.press("Control+Space");
    const options = suggestions.getByRole("option");
    await expect(options.first()).toContainText("verdict");
    await expect(page.getByText("Written by Judge")).toBeVisible();
    await expect(suggestions.getByRole("option", { name: /^later/ })).toContainText("empty here");
    await expect(options.last()).toContainText("later");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(suggestions).toBeHidden();
    await expect(when).toBeFocused();
  });

  await test.step("fields of a model's answer follow its schema; Tab takes one, and then leaves the field", async () => {
    await page.keyboard.type("verd");
    await expect(active(page)).toContainText("verdict");
    await page.keyboard.press("Enter");
    await page.keyboard.type(".");
    await expect(suggestions.getByRole("option", { name: /^(score|reason)/ })).toHaveCount(2);
    await page.keyboard.press("ArrowDown");
    await expect(active(page)).toContainText("reason");
    await page.keyboard.press("Tab");
    await expect(when).toHaveValue("verdict.reason");
    await page.keyboard.press("Tab");
    await expect(when).not.toBeFocused();
  });

  await test.step("what does not fit is said below the field and in the list of problems", async () => {
    await expect(when).toHaveAccessibleDescription(/gives a text, but true or false is needed/);
    await when.fill("verdict.scor > 3");
    await expect(when).toHaveAccessibleDescription(/no field named “scor” here. Did you mean “score”/);
    await editor.problemsButton.click();
    await expect(editor.problems.getByRole("button", { name: /^Warning: .*scor/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await when.fill("verdict.score > 3");
    await expect(when).toHaveAccessibleDescription("");
  });

  await test.step("the browser's undo takes back what was chosen", async () => {
    await when.fill("");
    await when.pressSequentially("que");
    await page.keyboard.press("Enter");
    await expect(when).toHaveValue("question");
    await page.keyboard.press("Control+z");
    await expect(when).not.toHaveValue("question");
    await when.fill("verdict.score > 3");
  });
});

test("a template opens its suggestions by {{, and takes channels from the menu and by dragging", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(admin, "Judge by mouse", judge());
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await editor.canvas.select("Ask");
  const message = editor.inspector.field("Message");

  await test.step("{{ opens, Enter closes the brackets", async () => {
    await message.fill("About ");
    await message.press("End");
    await message.pressSequentially("{{");
    await expect(active(page)).toContainText("verdict");
    await page.keyboard.press("ArrowDown");
    await expect(active(page)).toContainText("question");
    await page.keyboard.press("Enter");
    await expect(message).toHaveValue("About {{ question }}");
    await message.pressSequentially(": is it good?");
    await expect(message).toHaveValue("About {{ question }}: is it good?");
  });

  await test.step("the menu inserts at the caret, for mouse, touch and keyboard", async () => {
    await message.press("End");
    const field = editor.inspector.panel.locator('[data-field="message"]');
    await field.getByRole("button", { name: "Insert channel" }).press("Enter");
    await page.getByRole("menuitem", { name: /verdict/ }).press("Enter");
    await expect(message).toHaveValue("About {{ question }}: is it good?{{ verdict }}");
    await expect(message).toBeFocused();
  });

  await test.step("secrets are named where they may stand, and their values stay hidden", async () => {
    await admin.call(putSecret, { body: { name: "API_KEY", value: "s3cret" } });
    await editor.saved();
    await page.reload();
    await editor.canvas.select("Fetch");
    const url = editor.inspector.field("URL");
    await url.fill("https://example.com/?key=");
    await url.press("End");
    await url.pressSequentially("{{ secr");
    await page.keyboard.press("Enter");
    await expect(active(page)).toContainText("API_KEY");
    await page.keyboard.press("Enter");
    await expect(url).toHaveValue("https://example.com/?key={{ secrets.API_KEY }}");
    await expect(editor.inspector.panel.locator('[data-field="url"] [data-preview]')).toHaveText(
      "Defaults:https://example.com/?key=••••••",
    );
    await editor.canvas.select("Ask");
  });

  await test.step("a channel that is dropped stands as an expression", async () => {
    await message.fill("Look: ");
    await dropChannel(message, "question");
    await expect(message).toHaveValue("Look: {{ question }}");
    await editor.saved();
    const { nodes } = await draftOf(admin, agent);
    expect(nodes.ask?.config.message).toBe("Look: {{ question }}");
  });
});

test("a channel is dragged out of the table to a place in a text", async ({ page, admin }) => {
  const agent = await agentOf(admin, "Judge by dragging", judge());
  const editor = new EditorPage(page);
  const channels = new Channels(page);
  await editor.open(agent.id);
  await channels.showAsTable();
  await editor.canvas.select("Ask");
  const message = editor.inspector.field("Message");
  await message.fill("Look:\nIs it good?");
  // Right of the first line: the caret of the drop stands at its end.
  await channels
    .row("question")
    .getByTitle("Drag into a field of a node")
    .dragTo(message, { targetPosition: { x: 120, y: 14 } });
  await expect(message).toHaveValue("Look:{{ question }}\nIs it good?");
  await expect(message).toBeFocused();
});

test("the value a field would have had in the shown run stands under it", async ({ page, admin }) => {
  const agent = await agentOf(admin, "Judge and look", judge());
  const editor = new EditorPage(page);
  const message = editor.inspector.field("Message");
  const preview = editor.inspector.panel.locator('[data-field="message"] [data-preview]');

  await test.step("without a run it works with what channels begin with, and says so", async () => {
    await editor.open(agent.id);
    await editor.canvas.select("Ask");
    await message.fill("{{ later }} {{ size(question) }}");
    await expect(preview).toHaveText("Defaults:no value yet. Start a test run to see one.");
    await message.fill("{{ 6 * 7 }}");
    await expect(preview).toHaveText("Defaults:42");
    await message.fill("");
    await expect(preview).toHaveCount(0);
    await editor.saved();
  });

  await test.step("with one it works with what the node saw there", async () => {
    const run = await testRun(admin, await admin.call(getAgent, { params: { id: agent.id } }), {
      question: "Are owls wise?",
    });
    await page.goto(`/agents/${agent.id}?run=${run}`);
    await editor.canvas.select("Ask");
    await message.fill("{{ upper(question) }}");
    await expect(preview).toHaveText("Last run:ARE OWLS WISE?");
    await message.fill("{{ question.owls }}");
    await expect(message).toHaveAccessibleDescription(/asked of a text, which has no fields/);
    await message.fill("{{ [1][size(question)] }}");
    await expect(preview).toContainText("Last run:no value.");
  });

  await test.step("an expression that would take hours ends, and the page goes on", async () => {
    const all = "[1,2,3,4,5,6,7,8,9]";
    const bomb = ["a", "b", "c", "d", "e", "f", "g", "h"].reduce(
      (body, name) => `${all}.map(${name}, ${body})`,
      "1",
    );
    await message.fill(`{{ ${bomb} }}`);
    await expect(preview).toContainText("too many steps");
    await message.fill("{{ question }}!");
    await expect(preview).toHaveText("Last run:Are owls wise?!");
  });
});

/** The suggestion that Enter would take. */
function active(page: Page): Locator {
  return page.getByRole("listbox", { name: "Suggestions" }).getByRole("option", { selected: true });
}

/** Drops a channel at the end of a field, as its list of channels would hand it over. */
async function dropChannel(field: Locator, name: string): Promise<void> {
  const dataTransfer = await field.evaluateHandle((_, channel) => {
    const transfer = new DataTransfer();
    transfer.setData("application/x-signalbox-channel", channel);
    transfer.setData("text/plain", channel);
    return transfer;
  }, name);
  await field.press("End");
  await field.dispatchEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
}

/** A model judges a question by a schema; a branch decides; a person is asked. */
function judge(): GraphDocument {
  const schema = {
    type: "object",
    properties: { score: { type: "number" }, reason: { type: "string" } },
    required: ["score", "reason"],
  };
  const node = (type: string, title: string, config: JsonObject) => ({
    type,
    typeVersion: 1,
    title,
    config,
    policy: { onError: "fail" as const },
  });
  return {
    ...emptyDocument(),
    channels: {
      later: { type: "string", reducer: "replace" },
      question: { type: "string", reducer: "replace" },
      verdict: { type: "object", reducer: "replace" },
    },
    nodes: {
      start: node("start", "Start", { inputs: [{ channel: "question", required: true }] }),
      judge: node("model", "Judge", {
        model: "offline/offline",
        prompt: "Judge {{ question }}",
        format: "json",
        schema,
        output: "verdict",
      }),
      decide: node("branch", "Decide", {
        conditions: [{ id: "good", label: "Good", when: "question == 'never'" }],
      }),
      ask: node("human", "Ask", { message: "", answers: [{ id: "ok", label: "OK", tone: "primary" }] }),
      note: node("set-state", "Note", { assignments: [{ channel: "later", value: "question" }] }),
      fetch: node("http", "Fetch", { url: "https://example.com/", output: "later" }),
      end: node("end", "End", { outputs: ["verdict", "later"] }),
    },
    edges: {
      a: { source: "start", port: "out", target: "judge" },
      b: { source: "judge", port: "out", target: "decide" },
      c: { source: "decide", port: "good", target: "note" },
      d: { source: "decide", port: "else", target: "ask" },
      e: { source: "ask", port: "ok", target: "note" },
      f: { source: "note", port: "out", target: "fetch" },
      g: { source: "fetch", port: "out", target: "end" },
    },
    layout: layoutOf({
      start: { x: 0, y: 0 },
      judge: { x: 280, y: 0 },
      decide: { x: 560, y: 0 },
      ask: { x: 840, y: 140 },
      note: { x: 1120, y: 0 },
      fetch: { x: 1400, y: 0 },
      end: { x: 1680, y: 0 },
    }),
  };
}
