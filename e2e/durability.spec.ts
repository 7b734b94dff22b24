import { publishAgent } from "@/lib/api/contract/agents";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { draftOf } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { ComparePage } from "./pages/editor/compare-page";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "durability" });

const ordering = () =>
  draw({
    channels: { q: text, receipt: text },
    nodes: {
      start: start("q"),
      order: node(
        "http",
        { method: "POST", url: "https://shop.example/orders", output: "receipt", parse: "text" },
        {},
        "Place the order",
      ),
      end: end("receipt"),
    },
    edges: ["start > order", "order > end"],
  });

test("a graph says when its runs are stored, and is warned of what that risks", async ({ page, admin }) => {
  const agent = await agentOf(admin, "Orders", ordering());
  await admin.call(publishAgent, { params: { id: agent.id }, body: { revision: agent.revision } });
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await editor.canvas.selectNothing();
  await page.getByRole("tab", { name: "Agent", exact: true }).click();
  const choice = page.getByRole("combobox", { name: "When a run is stored" });
  await expect(choice).toHaveText(/After each step/);

  await choice.focus();
  await page.keyboard.press("Enter");
  // A key pressed before the list has taken the focus would be the button's, and lost.
  await expect(page.getByRole("option", { name: /After each step/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: /At pauses and the end/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(choice).toHaveText(/At pauses and the end/);
  await expect(page.getByText(/starts again at its beginning or its last pause/)).toBeVisible();
  await editor.saved();
  expect((await draftOf(admin, agent)).settings.durability).toBe("exit");

  await editor.problemsButton.click();
  await expect(editor.problems).toContainText("“Place the order” changes something outside");
  await page.keyboard.press("Escape");

  const compare = new ComparePage(page);
  await compare.open(agent.id, "1", "draft");
  await compare.change("Limits of a run").click();
  await expect(compare.detail).toContainText("When a run is stored");

  await editor.open(agent.id);
  await editor.problemsButton.click();
  await editor.problems.getByRole("button", { name: "Store every step", exact: true }).click();
  await editor.saved();
  expect((await draftOf(admin, agent)).settings).not.toHaveProperty("durability");
});

for (const scheme of ["light", "dark"] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test.describe(`${scheme}, ${width} wide`, () => {
      test.use({ colorScheme: scheme, viewport: { width, height } });

      test("axe finds nothing where it is chosen", async ({ page, admin }) => {
        const document = ordering();
        const settings = { ...document.settings, durability: "exit" as const };
        const agent = await agentOf(admin, `Orders ${scheme} ${width}`, { ...document, settings });
        const editor = new EditorPage(page);
        await editor.open(agent.id);
        if (width === 390) await page.getByRole("button", { name: "Settings", exact: true }).click();
        else await editor.canvas.selectNothing();
        await page.getByRole("tab", { name: "Agent", exact: true }).click();
        const choice = page.getByRole("combobox", { name: "When a run is stored" });
        await choice.scrollIntoViewIfNeeded();
        await expect(choice).toHaveText(/At pauses and the end/);
        await expectAccessible(page);
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${scheme}-${width}.png` });
      });
    });
  }
}
