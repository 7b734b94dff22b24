import { bigGraph } from "@/bench/canvas/graph";
import { agentOf } from "./fixtures/documents";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test("a large graph is outlined from afar and drawn in full near by, each card in its place", async ({
  page,
  admin,
}) => {
  const agent = await agentOf(admin, "Large", bigGraph());
  const editor = new EditorPage(page);
  const { canvas } = editor;
  const headings = canvas.graph.getByRole("heading", { level: 3 });
  const heights = () =>
    canvas
      .nodes()
      .evaluateAll((cards) =>
        cards.map((card) => [
          card.getAttribute("data-node-card"),
          card instanceof HTMLElement && card.offsetHeight,
        ]),
      );

  await editor.open(agent.id);
  // At the smallest zoom a few rows stay outside the window.
  await expect.poll(() => canvas.nodes().count()).toBeGreaterThan(800);
  await expect(headings.filter({ hasText: "Write" })).toHaveCount(0);
  const fromAfar = new Map(await heights().then((all) => all.map(([id, height]) => [id, height])));

  await canvas.graph.getByRole("button", { name: /^Zoom / }).click();
  await expect(headings.filter({ hasText: "Write" })).not.toHaveCount(0);
  const nearBy = await heights();
  expect(nearBy.length).toBeLessThan(60);
  expect(nearBy).toEqual(nearBy.map(([id]) => [id, fromAfar.get(id)]));
});
