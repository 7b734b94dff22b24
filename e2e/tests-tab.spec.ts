import { modelsApi } from "@/lib/api/contract";
import { changeDraft, getAgent } from "@/lib/api/contract/agents";
import { listCases } from "@/lib/api/contract/test-cases";
import { startProviderServer } from "@/lib/models/testing/provider-server/server";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { Operation } from "@/workflows/graph/operation";
import { testRun } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import type { Session } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";
import { TestsTab } from "./pages/editor/tests-tab";
import { TracePage } from "./pages/trace-page";

test.use({ installation: "tests-tab" });

test("a run is replayed without a call outside, becomes a test, and the test keeps what is worse from being published", async ({
  page,
  admin,
}) => {
  const provider = await startProviderServer({ key: "sk-right" });
  const { id } = await admin.call(modelsApi.createConnection, {
    body: {
      name: "Local models",
      provider: "openai-compatible",
      baseUrl: `${provider.url}/v1`,
      key: "sk-right",
      models: ["words-30"],
      allowPrivate: true,
    },
  });
  const agent = await agentOf(admin, "Signing", signing(`${id}/words-30`));
  const trace = new TracePage(page);
  const editor = new EditorPage(page);
  const tab = new TestsTab(page);
  const runId = await testRun(admin, agent, { question: "Go on" });
  await page.goto(`/runs/${runId}`);
  await expect(trace.spans.getByRole("treeitem", { name: /^Sign it.*Done/ })).toBeVisible();
  expect(provider.requests).toHaveLength(1);

  await test.step("the replay ends as the run did, and the provider hears nothing", async () => {
    await page.getByRole("button", { name: "Replay" }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("menuitem", { name: /^As it ran/ }).click();
    await expect(page).not.toHaveURL(new RegExp(runId));
    await expect(page.getByRole("status").filter({ hasText: "nobody was called" })).toBeVisible();
    await expect(trace.spans.getByRole("treeitem", { name: /^Sign it.*Done/ })).toBeVisible();
    await expect(trace.header).toContainText("$0");
    await expectAccessible(page);
    expect(provider.requests).toHaveLength(1);
  });

  await test.step("one click makes a test of the run, and it passes at once", async () => {
    await page.goto(`/runs/${runId}`);
    await trace.header.getByRole("button", { name: "Add to tests" }).click();
    await expect(page).toHaveURL(/\/tests\?case=/);
    await tab.run("Go on");
    await expect(tab.card("Go on")).toContainText("Passed");
    await expect(tab.card("Go on")).toContainText("On 1 recorded result");
    await expectAccessible(page);
  });

  await test.step("another one of the node alone", async () => {
    await page.goto(`/runs/${runId}`);
    await trace.select(/^Sign it/);
    await trace.details.getByRole("button", { name: "Add to tests" }).click();
    await expect(tab.card("Sign it")).toContainText("Tries “Sign it” alone");
    await tab.required.click();
    await expect(tab.required).toBeChecked();
  });

  await test.step("a worse draft fails, and the test says where", async () => {
    await signWith(admin, agent.id, " Not yours.");
    await page.reload();
    await expect(tab.card("Go on")).toContainText("Passed an older draft");
    await tab.runAll();
    await expect(tab.tally).toContainText("2 failed");
    await tab.open("Go on");
    const outcome = tab.card("Go on").getByRole("region", { name: "How it came out" });
    await expect(outcome.getByRole("listitem")).toContainText("signed");
    await expect(outcome.getByRole("deletion")).toContainText("Yours");
    await expect(outcome.getByRole("insertion")).toContainText("Not yours");
    await expect(outcome).toContainText("It went through the expected nodes");
    await expectAccessible(page);
  });

  await test.step("publishing is refused, and leads to the test", async () => {
    await page.getByRole("button", { name: "Publish…" }).click();
    await editor.publishDialog.getByRole("button", { name: "Publish", exact: true }).click();
    const refusal = editor.publishDialog.getByRole("alert");
    await expect(refusal).toContainText("tests have to pass first");
    await expectAccessible(page);
    await refusal.getByRole("link", { name: "Sign it" }).click();
    await expect(editor.publishDialog).toBeHidden();
    await expect(tab.card("Sign it").getByRole("region", { name: "How it came out" })).toBeVisible();
  });

  await test.step("mended, it passes and is published", async () => {
    await signWith(admin, agent.id, " Yours.");
    await page.reload();
    await tab.runAll();
    await expect(tab.tally).toContainText("2 passed");
    await editor.publish();
    await editor.publishDialog.getByRole("button", { name: "Done" }).click();
  });

  await test.step("a draft that asks for something else is replayed up to there, or live from there", async () => {
    await change(admin, agent.id, {
      op: "node.configure",
      id: "say",
      set: { prompt: "Louder: {{ question }}" },
      unset: [],
    });
    await page.goto(`/runs/${runId}`);
    await page.getByRole("button", { name: "Replay" }).click();
    await page.getByRole("menuitem", { name: /^With the draft Ends/ }).click();
    const notice = page.getByRole("status").filter({ hasText: "The replay ends at “Say it”" });
    await expect(notice.getByRole("figure", { name: "Asked now" })).toContainText("Louder: Go on");
    await expect(notice.getByRole("figure", { name: "Asked then" })).not.toContainText("Louder");
    await expectAccessible(page);
    expect(provider.requests).toHaveLength(1);

    await page.goto(`/runs/${runId}`);
    await page.getByRole("button", { name: "Replay" }).click();
    await page.getByRole("menuitem", { name: /then live/ }).click();
    await expect(
      page.getByRole("status").filter({ hasText: "Recorded up to “Say it”, live from there" }),
    ).toBeVisible();
    await expect(trace.spans.getByRole("treeitem", { name: /^Sign it.*Done/ })).toBeVisible();
    expect(provider.requests).toHaveLength(2);
  });
  await provider.close();
});

test("what a test expects is written in a form, field by field, or as JSON", async ({ page, admin }) => {
  const agent = await agentOf(admin, "Expecting", signing("offline/offline"));
  const tab = new TestsTab(page);
  const trace = new TracePage(page);

  await test.step("without tests the tab says where they come from", async () => {
    await page.goto(`/agents/${agent.id}/tests`);
    await expect(page.getByRole("heading", { name: "No tests yet" })).toBeVisible();
    await expectAccessible(page);
  });

  const runId = await testRun(admin, agent, { question: "Go on" });
  await page.goto(`/runs/${runId}`);
  await trace.header.getByRole("button", { name: "Add to tests" }).click();
  const card = tab.card("Go on");

  await test.step("a bad value is refused at its field, and nothing is lost", async () => {
    const first = card.getByRole("group", { name: "Expectation 1" });
    await first.getByLabel("Value").fill('{"signed": ');
    await card.getByRole("button", { name: "Save" }).click();
    await expect(first).toContainText("This is not JSON");
    await expectAccessible(page);
    await first.getByRole("combobox", { name: "Rule" }).click();
    await page.getByRole("option", { name: "has this text in it", exact: true }).click();
    await first.getByLabel("Where in the output").fill("signed");
    await first.getByLabel("Text").fill("no such words");
    await card.getByRole("button", { name: "Go on", exact: true }).click();
    await card.getByRole("button", { name: "Go on", exact: true }).click();
    await expect(first.getByLabel("Text")).toHaveValue("no such words");
    await card.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The expectations were saved")).toBeVisible();
  });

  await test.step("the run of the test says what it missed", async () => {
    await tab.run("Go on");
    await expect(card).toContainText("“signed” does not have the text in it");
    await card.getByRole("combobox", { name: "Rule" }).first().click();
    await page.getByRole("option", { name: "does not have this text in it" }).click();
    await card.getByRole("button", { name: "Save" }).click();
    await expect(card).toContainText("Not run yet");
    await tab.run("Go on");
    await expect(card).toContainText("Passed");
  });

  await test.step("its name and what it is given are edited, and the old result goes", async () => {
    await card.getByRole("button", { name: "Edit Go on" }).click();
    const dialog = page.getByRole("dialog", { name: "Edit the test" });
    await dialog.getByLabel("Name").fill(" ");
    await dialog.getByLabel("question").fill("");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByText("Give it a name.")).toBeVisible();
    await expect(dialog.getByText("Fill this in.")).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel("Name").fill("Go on");
    await dialog.getByLabel("question").fill("Go on further");
    await expect(dialog.getByText("answers to the old input")).toBeVisible();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await expect(card).toContainText("Not run yet");
    await expect(card.getByRole("region", { name: "What it is given" })).toContainText("Go on further");
  });

  await test.step("the same as JSON", async () => {
    await card.getByRole("radio", { name: "JSON" }).click();
    const json = card.getByLabel("Expectations as JSON");
    await expect(json).toHaveValue(/"not": true/);
    await json.fill('[{"kind": "guess"}]');
    await card.getByRole("button", { name: "Save" }).click();
    await expect(card).toContainText("Invalid");
    await json.fill('[{"kind": "cost", "atMostMicros": 0}]');
    await card.getByRole("button", { name: "Save" }).click();
    // What was saved as JSON stands in the form again.
    await expect(card.getByLabel("Dollars")).toHaveValue("0");
    const { items } = await admin.call(listCases, { params: { id: agent.id } });
    expect(items[0]?.case.expect).toEqual([{ kind: "cost", atMostMicros: 0 }]);
    await expectAccessible(page);
  });
});

test("a run whose agent is not recorded says why it cannot be replayed", async ({ page, admin }) => {
  const agent = await agentOf(admin, "Unheard", signing("offline/offline"));
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await page.getByRole("tab", { name: "Agent" }).click();
  await page.getByRole("switch", { name: "Record runs" }).click();
  await editor.saved();
  await editor.run.tryWith("question", "Go on");
  await expect(editor.run.span(/^Sign it/)).toBeVisible();
  await page.goto(`/runs/${editor.shownRun()}`);
  await page.getByRole("button", { name: "Replay" }).click();
  await expect(page.getByRole("dialog", { name: "Why it cannot be replayed" })).toContainText(
    "“Record runs” is off",
  );
  await expect(page.getByRole("button", { name: "Add to tests" })).toHaveCount(0);
  await expectAccessible(page);
});

/** Asks a model, and signs what it says. */
function signing(model: string) {
  return draw({
    channels: { question: text, answer: text, signed: text },
    nodes: {
      start: start("question"),
      say: node("model", { model, prompt: "{{ question }}", output: "answer" }, {}, "Say it"),
      sign: node("set-state", signature(" Yours."), {}, "Sign it"),
      end: end("signed"),
    },
    edges: ["start > say", "say > sign", "sign > end"],
  });
}

function signature(words: string) {
  return { assignments: [{ channel: "signed", value: `answer + ${JSON.stringify(words)}` }] };
}

function signWith(person: Session, agentId: string, words: string) {
  return change(person, agentId, { op: "node.configure", id: "sign", set: signature(words), unset: [] });
}

async function change(person: Session, agentId: string, operation: Operation) {
  const params = { id: agentId };
  const { revision } = await person.call(getAgent, { params });
  await person.call(changeDraft, { params, body: { revision, operations: [operation] } });
}
