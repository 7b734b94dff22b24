import { agentFrom } from "./fixtures/agents";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "estimates" });

test("after a run the next one is estimated, in all and node by node", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "research", "Estimated");
  const editor = new EditorPage(page);
  const { canvas, run } = editor;
  await editor.open(agent.id);
  const line = run.panel.getByRole("button", { name: /^Before you run/ });
  const figures = page.getByRole("dialog", { name: "Before you run" });
  await expect(line).toHaveText(/No history yet/);
  await line.click();
  await expect(figures).toContainText("Once a run of this agent has succeeded");
  await page.keyboard.press("Escape");

  await run.tryWith("material", "The library is from 1931. Its roof leaks.");
  await expect(run.status).toHaveText("Done");
  await expect(line).toHaveText(/about .+ · \d+ tokens · \$0\.00/);

  await line.click();
  await expect(figures).toContainText("From the last successful run.");
  await expect(figures.getByRole("row", { name: /^Tokens/ })).toHaveText(/^Tokens(\d+)\1$/);
  await expect(figures.getByRole("row", { name: /^Time/ })).toContainText(/ m?s/);
  await figures.getByRole("radio", { name: "Tokens" }).click();
  const mark = (title: string) => canvas.node(title).locator("[data-mark]");
  await expect(mark("Write the report")).toHaveText(/^\d+ · \d+%$/);
  await expect(mark("Count and collect")).toHaveText("0");
  await expect(canvas.listed("Write the report")).toContainText(/Marked: \d+ · \d+%\./);
  await page.keyboard.press("Escape");

  await canvas.addByKeyboard("Write the report", "Set state");
  await expect(mark("Set state")).toHaveText("No history yet");
  await line.click();
  await expect(figures).toContainText("Leaves out 1 node without history: Set state.");
  await figures.getByRole("radio", { name: "Off" }).click();
  await expect(canvas.graph.locator("[data-mark]")).toHaveCount(0);
});
