import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { GraphDocument } from "@/workflows/graph/document";
import { bundle } from "../bundle";
import type { Box } from "../stage";

/**
 * Shows the same nodes and edges as React Flow draws them by itself: its own nodes and edges, no option beyond a zoom
 * at which all of it fits, in a place as large as the editor's canvas.
 */
export async function openBaseline(page: Page, graph: GraphDocument, { width, height }: Box): Promise<void> {
  const [script, style] = await Promise.all([
    bundle("bench/canvas/baseline/page.tsx"),
    readFile("node_modules/@xyflow/react/dist/style.css", "utf8"),
  ]);
  await page.setContent(
    `<!doctype html><style>body { margin: 0 } #root { width: ${width}px; height: ${height}px } ${style}</style>
     <div id="root"></div><script>const graph = ${JSON.stringify(plainFlow(graph))}</script>`,
  );
  await page.addScriptTag({ content: script });
  await page.locator(".react-flow__node").first().waitFor();
}

function plainFlow({ nodes, edges, layout }: GraphDocument) {
  return {
    nodes: Object.entries(nodes).map(([id, { title }]) => ({
      id,
      position: layout.nodes[id],
      data: { label: title },
      style: { width: 216, height: 92 },
    })),
    edges: Object.entries(edges).map(([id, { source, target }]) => ({ id, source, target })),
  };
}
