import { publishAgent } from "@/lib/api/contract/agents";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { putLive, testRun } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { ApprovalsPage } from "./pages/approvals-page";
import { ChatPage } from "./pages/chat-page";
import { TracePage } from "./pages/trace-page";

test.use({ installation: "waits" });

const messages = { type: "messages", reducer: "messages" } as const;

/** Says nothing for an hour, unless somebody lets it. */
const patient = () =>
  draw({
    channels: { messages },
    nodes: {
      start: start("messages"),
      rest: node("wait", { wait: "for", amount: 1, unit: "hours" }, {}, "Sleep on it"),
      answer: node("model", { model: "offline/offline", messages: "messages" }, {}, "Answer"),
      end: end("messages"),
    },
    edges: ["start > rest", "rest > answer", "answer > end"],
  });

/** Asks a person. */
const clerk = () =>
  draw({
    channels: { order: text, decision: text },
    nodes: {
      start: start("order"),
      ask: node(
        "human",
        { message: "Send {{ order }}?", answers: [{ id: "yes", label: "Yes", tone: "primary" }] },
        {},
        "Ask",
      ),
      note: node(
        "set-state",
        { assignments: [{ channel: "decision", value: 'order + " is sent"' }] },
        {},
        "Note",
      ),
      end: end("decision"),
    },
    edges: ["start > ask", "ask.yes > note", "note > end"],
  });

const caller = (slug: string) =>
  draw({
    channels: { order: text, decision: text },
    nodes: {
      start: start("order"),
      call: node(
        "call-agent",
        {
          slug,
          inputs: [{ from: "order", to: "order" }],
          outputs: [{ from: "decision", to: "decision" }],
        },
        {},
        "Ask the clerk",
      ),
      end: end("decision"),
    },
    edges: ["start > call", "call > end"],
  });

test("a run that waits for a time stands in no inbox, says until when, and goes on when somebody lets it", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(admin, "Patient", patient());
  await putLive(admin, agent, "workspace");
  const chat = new ChatPage(page);
  await chat.open(agent.slug);
  await chat.say("Shall we?");
  await expect(chat.log).toContainText(/Waits until .* \(in (60|59) min/);
  await expectAccessible(page);

  const approvals = new ApprovalsPage(page);
  await approvals.open();
  await expect(page.getByRole("heading", { level: 1, name: "Approvals" })).toBeVisible();
  await expect(approvals.card("Sleep on it")).toHaveCount(0);
  await expect(approvals.badge).not.toHaveAccessibleName(/\d/);

  await chat.open(agent.slug);
  await chat
    .thread("Shall we?")
    .getByRole("button", { name: /^Shall we/ })
    .click();
  await page.getByRole("button", { name: "Go on now" }).click();
  await expect(chat.log).toContainText("You wrote: “Shall we?”");
});

test("a run that calls another shows what that one does, waits with it, and ends with its answer", async ({
  page,
  admin,
}) => {
  const asked = await agentOf(admin, "Clerk", clerk());
  await admin.call(publishAgent, { params: { id: asked.id }, body: { revision: asked.revision } });
  const agent = await agentOf(admin, "Shop", caller(asked.slug));
  const runId = await testRun(admin, agent, { order: "Six chairs" });

  await page.goto(`/runs/${runId}`);
  const trace = new TracePage(page);
  await expect(trace.header).toContainText("Waiting");
  await trace.select(/Clerk/);
  await expect(trace.details).toContainText("Ask");
  await expectAccessible(page);

  const approvals = new ApprovalsPage(page);
  await approvals.open();
  await expect(page.getByRole("article", { name: "Approval" })).toHaveCount(1);
  await approvals.answer("Six chairs", "Yes");

  await page.goto(`/runs/${runId}`);
  await expect(trace.header).toContainText("Done");
  await trace.select(/Clerk/);
  await trace.details.getByRole("link", { name: "Open its trace" }).click();
  await expect(trace.header).toContainText("Called by");
});
