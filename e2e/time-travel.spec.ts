import { runsApi } from "@/lib/api/contract";
import { testRun } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { agentOf, relayGraph } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";
import { TracePage } from "./pages/trace-page";

test.use({ installation: "runs" });

test("who goes back through the steps of a run sees the graph and the state then, and goes on from there otherwise", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(admin, "Travelled", relayGraph());
  const runId = await testRun(admin, agent, { question: "Hello" });
  const trace = new TracePage(page);
  const slider = page.getByRole("slider", { name: "Step" });
  await page.goto(`/runs/${runId}`);

  await test.step("the slider goes by keys, and the graph follows", async () => {
    await slider.focus();
    await page.keyboard.press("Home");
    await expect(slider).toHaveAttribute("aria-valuetext", /^Input: nothing has run/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(slider).toHaveAttribute("aria-valuetext", "Step 1: Echo. Next: Shout");
    await expect(trace.node("Echo").getByText("Ran in this step")).toBeVisible();
    await expect(trace.node("Shout").getByText("Next")).toBeVisible();
    await expect(trace.node("Shout").getByText("Done")).toHaveCount(0);
    await expect(page).toHaveURL(/step=1/);
  });

  await test.step("the state then is shown, with what the step changed", async () => {
    await expect(trace.details.getByRole("tab", { name: "State" })).toHaveAttribute("aria-selected", "true");
    const step = trace.details.getByRole("listitem").filter({ hasText: "Step 1" }).first();
    await expect(step).toContainText("answer");
    await expect(step).toContainText("Hello");
    await expectAccessible(page);
  });

  await test.step("the address brings others to the same step", async () => {
    await page.reload();
    await expect(slider).toHaveAttribute("aria-valuetext", "Step 1: Echo. Next: Shout");
  });

  await test.step("a fork takes a changed state, checked by its channel", async () => {
    await page.getByRole("button", { name: "Fork from here" }).click();
    const dialog = page.getByRole("dialog", { name: "Fork from step 1" });
    await expect(dialog).toContainText("It may come out otherwise");
    await dialog.getByRole("button", { name: "Change answer" }).click();
    await dialog.getByLabel("answer", { exact: true }).fill("Good morning");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Run on" }).click();
    await expect(page).not.toHaveURL(new RegExp(runId));
    await expect(trace.details).toContainText("Good morning! Yours.");
    await expect(trace.spans.getByRole("treeitem", { name: /^Echo/ })).toHaveCount(0);
    await expect(trace.header).toContainText("Test");
  });

  await test.step("the branches stand as a tree, and one of them becomes the head", async () => {
    await trace.details.getByRole("tab", { name: "Branches" }).click();
    const rows = trace.details.getByRole("list", { name: "Branches" }).getByRole("listitem");
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toContainText("Head");
    await expect(rows.last()).toContainText("Fork, draft r1, 1 value changed");
    await rows.last().getByRole("button", { name: "Make head" }).click();
    await expect(rows.last()).toContainText("Head");
    await expect(rows.first()).not.toContainText("Head");
    await expectAccessible(page);
  });

  await test.step("a visit runs again from where it began", async () => {
    await page.goto(`/runs/${runId}`);
    await trace.select(/^Sign/);
    await page.getByRole("button", { name: "Run again from here" }).click();
    const dialog = page.getByRole("dialog", { name: "Run again from “Sign”" });
    await dialog.getByRole("radio", { name: "The draft" }).click();
    await expect(dialog).toContainText("The state goes with the draft.");
    await dialog.getByRole("button", { name: "Run on" }).click();
    await expect(trace.details).toContainText("Hello! Yours.");
    await expect(trace.spans.getByRole("treeitem")).toHaveCount(1);
  });

  const { output } = await admin.call(runsApi.getRun, { params: { id: runId } });
  expect(output).toEqual({ signed: "Hello! Yours." });
});

test("a test run stops at a breakpoint, is looked at, and goes on by steps, to a node, to its end", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(admin, "Stopped", relayGraph());
  const editor = new EditorPage(page);
  const { canvas, run } = editor;
  const stop = run.panel.getByRole("region", { name: "Breakpoint" });
  await editor.open(agent.id);

  await test.step("B sets a breakpoint, which the card shows and this browser keeps", async () => {
    await canvas.select("Echo");
    await page.keyboard.press("b");
    await expect(canvas.node("Echo").getByText("Test runs stop before this node")).toBeAttached();
    await page.reload();
    await expect(canvas.node("Echo").getByText("Test runs stop before this node")).toBeAttached();
  });

  await test.step("the run stops there, with its state", async () => {
    await run.tryWith("question", "Hello");
    await expect(stop).toContainText("Stopped before “Echo”");
    await expect(stop).toContainText("question");
    await expect(canvas.mark("Echo")).toHaveText("Stopped before");
    await expectAccessible(page);
  });

  await test.step("a step runs what is next and stops again", async () => {
    await stop.getByRole("button", { name: "Step" }).click();
    await expect(stop).toContainText("Stopped before “Shout”");
    await expect(run.span(/^Echo /)).toBeVisible();
  });

  await test.step("it runs to a node that is pointed at", async () => {
    await canvas.node("Sign").getByRole("heading").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Run to here" }).click();
    await expect(stop).toContainText("Stopped before “Sign”");
    await expect(run.span(/^Shout /)).toBeVisible();
  });

  await test.step("it continues to its end", async () => {
    await stop.getByRole("button", { name: "Continue" }).click();
    await expect(run.panel).toContainText("Hello! Yours.");
    await expect(stop).toHaveCount(0);
  });

  await test.step("the canvas shows an earlier step of it", async () => {
    await run.panel.getByRole("slider", { name: "Step" }).focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(canvas.mark("Echo")).toHaveText("Ran in this step");
    await expect(canvas.mark("Shout")).toHaveText("Next");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(canvas.mark("Echo")).toHaveCount(0);
  });

  await test.step("the menu takes the breakpoint away", async () => {
    await canvas.node("Echo").getByRole("heading").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Breakpoint before" }).click();
    await expect(canvas.node("Echo").getByText("Test runs stop before this node")).toHaveCount(0);
  });
});
