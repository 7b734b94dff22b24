import { branch, draw, end, map, node, start, text, trail } from "@/workflows/compile/testing/draw";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { ApprovalsPage } from "./pages/approvals-page";
import { EditorPage } from "./pages/editor/editor-page";
import { TracePage } from "./pages/trace-page";

test.use({ installation: "map" });

const anything = { type: "any", reducer: "replace" } as const;

/** Goes through five names, and asks a person about two of them. */
const inviting = draw({
  channels: { guests: anything, results: trail },
  nodes: {
    start: start(),
    guests: node(
      "set-state",
      {
        assignments: [{ channel: "guests", value: '["Ada", "Ask Grace", "Alan", "Ask Edsger", "Barbara"]' }],
      },
      {},
      "Guests",
    ),
    invite: map(
      {
        channels: { item: text, result: anything },
        nodes: {
          start: start("item"),
          doubtful: branch({ yes: 'item.startsWith("Ask")' }),
          ask: node(
            "human",
            {
              message: "Invite {{ item }}?",
              answers: [
                { id: "yes", label: "Yes", tone: "primary" },
                { id: "no", label: "No", tone: "danger" },
              ],
            },
            {},
            "Ask",
          ),
          invite: node(
            "set-state",
            { assignments: [{ channel: "result", value: 'item + " comes"' }] },
            {},
            "Say yes",
          ),
          refuse: node(
            "set-state",
            { assignments: [{ channel: "result", value: 'item + " stays"' }] },
            {},
            "Say no",
          ),
          end: end("result"),
        },
        edges: [
          "start > doubtful",
          "doubtful.yes > ask",
          "doubtful.else > invite",
          "ask.yes > invite",
          "ask.no > refuse",
          "invite > end",
          "refuse > end",
        ],
      },
      "guests",
      { places: 3 },
      {},
      "Invite",
    ),
    end: end("results"),
  },
  edges: ["start > guests", "guests > invite", "invite > end"],
});

test("a node goes through a list, asks people about single entries, and goes on when all are through", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(admin, "Party", inviting);
  const editor = new EditorPage(page);
  const { canvas, run } = editor;
  await editor.open(agent.id);
  await expect(canvas.node("Invite")).toContainText("each of guests · 3 at once");
  await expect(editor.problemsButton).toHaveCount(0);
  await editor.testRun();
  await expect(canvas.node("Invite")).toContainText("3 of 5 done, 2 waiting");
  await expect(run.span(/^2\. Ask Grace/)).toBeVisible();
  await expect(run.span(/^Say yes/)).toHaveCount(0);
  await run.span(/^1\. Ada/).click();
  await page.keyboard.press("ArrowRight");
  await expect(run.span(/^Say yes/)).toHaveCount(1);

  const approvals = new ApprovalsPage(page);
  await approvals.open();
  await expect(approvals.badge).toHaveAccessibleName("2 waiting, Approvals");
  await expect(approvals.card("Invite Ask Edsger?")).toContainText("Invite: 4 of 5 · Ask Edsger");
  await expectAccessible(page);
  await approvals.answer("Invite Ask Edsger?", "No");
  await expect(approvals.badge).toHaveAccessibleName("1 waiting, Approvals");
  await approvals.answer("Invite Ask Grace?", "Yes");
  await expect(approvals.badge).toHaveAccessibleName("Approvals");

  await page.getByRole("link", { name: "View trace" }).first().click();
  const trace = new TracePage(page);
  await expect(trace.header).toContainText("Done");
  for (const name of [/^1\. Ada/, /^2\. Ask Grace/, /^3\. Alan/, /^4\. Ask Edsger/, /^5\. Barbara/]) {
    await expect(trace.spans.getByRole("treeitem", { name })).toBeVisible();
  }
  await trace.select(/^4\. Ask Edsger/);
  await expect(trace.details).toContainText("4 of 5");
  await expect(trace.details).toContainText("Ask Edsger stays");
  await expectAccessible(page);
});

test("a map is added from the palette, opened before it is complete, and told what it lacks", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(
    admin,
    "New map",
    draw({ channels: { names: trail }, nodes: { start: start(), end: end() }, edges: ["start > end"] }),
  );
  const editor = new EditorPage(page);
  const { canvas, inspector } = editor;
  await editor.open(agent.id);
  await canvas.addByKeyboard("Start", "Map");
  await expect(canvas.node("Map")).toContainText("each entry of a list");
  await canvas.select("Map");
  await page.keyboard.press("Enter");
  const place = page.getByRole("navigation", { name: "Place in the graph" });
  await expect(place).toHaveText("New mapMap");
  await expect(canvas.node("End")).toBeVisible();
  await place.getByRole("button", { name: "New map" }).click();
  await canvas.select("Map");
  await inspector.fill("List", "names");
  await expect(canvas.node("Map")).toContainText("each of names · 10 at once");
  await editor.problemsButton.click();
  await expect(editor.problems).toContainText("Choose the channel that the results are written to");
});
