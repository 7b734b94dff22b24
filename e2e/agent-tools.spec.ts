import { getRun } from "@/lib/api/contract/runs";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { agentFrom, draftOf, testRun } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { ApprovalsPage } from "./pages/approvals-page";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "agent-tools" });

/** An agent that may calculate only when a person has agreed. */
const careful = () =>
  draw({
    channels: { question: text, answer: text },
    nodes: {
      start: start("question"),
      helper: node(
        "agent",
        {
          model: "offline/offline",
          prompt: "{{ question }}",
          output: "answer",
          tools: [{ type: "calculator", approval: "always", config: {} }],
        },
        {},
        "Helper",
      ),
      end: end("answer"),
    },
    edges: ["start > helper", "helper > end"],
  });

test("a person changes the arguments of a tool's call, and rejects another with a reason", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(admin, "Careful", careful());
  const approvals = new ApprovalsPage(page);
  const answerOf = async (id: string) => {
    await expect.poll(async () => (await admin.call(getRun, { params: { id } })).status).toBe("success");
    return (await admin.call(getRun, { params: { id } })).output;
  };

  await test.step("what does not fit is said at its field; what does goes on", async () => {
    const runId = await testRun(admin, agent, { question: "What is 2 + 2?" });
    await approvals.open();
    const card = approvals.card("Helper");
    const expression = card.getByRole("textbox", { name: "expression" });
    await expect(expression).toHaveValue("2 + 2");
    await expectAccessible(page);
    await expression.fill("6 * 7");
    await card.getByRole("button", { name: "Approve with changes" }).click();
    await expect(card).toContainText("With changed arguments.");
    expect(await answerOf(runId)).toEqual({ answer: expect.stringContaining("42") });
  });

  await test.step("a rejected call is not made, and the model is told why", async () => {
    const runId = await testRun(admin, agent, { question: "What is 3 + 3?" });
    await approvals.open();
    const card = approvals.card("Helper").filter({ hasText: "Waiting" });
    await card.getByRole("button", { name: "Reject…" }).click();
    await card.getByRole("textbox", { name: /Reason/ }).fill("Do it in your head.");
    await card.getByRole("button", { name: "Reject", exact: true }).click();
    expect(await answerOf(runId)).toEqual({ answer: expect.stringContaining("Do it in your head.") });
  });
});

test("a pattern comes into the graph as one group, and goes with one undo", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "blank", "With a pattern");
  const editor = new EditorPage(page);
  const { canvas } = editor;
  await editor.open(agent.id);
  await canvas.clickFreeSpace();
  await page.keyboard.press("/");
  await canvas.palette.getByPlaceholder("Search nodes").fill("critique");
  await canvas.palette.getByRole("option", { name: /Reflect/ }).click();
  await expect(canvas.node("Criticise")).toBeVisible();
  await editor.saved();
  const draft = await draftOf(admin, agent);
  expect(Object.values(draft.nodes).map(({ title }) => title)).toEqual(
    expect.arrayContaining(["Write", "Criticise", "Accepted?", "Revise"]),
  );
  expect(Object.keys(draft.channels)).toEqual(expect.arrayContaining(["task", "draft", "review"]));
  await page.keyboard.press("ControlOrMeta+z");
  await expect(canvas.node("Criticise")).toHaveCount(0);
});
