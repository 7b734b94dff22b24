import { expect, it } from "vitest";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { graphAsJson } from "./inner-graphs";
import { pinnedCalls } from "./pinned-calls";

const call = (slug: string, version?: number) =>
  node("call-agent", { slug, inputs: [], outputs: [], ...(version !== undefined && { version }) });

it("names the versions that a graph and the graphs inside it call", () => {
  const inner = draw({
    channels: { question: text },
    nodes: { start: start("question"), call: call("clerk", 2), end: end() },
    edges: ["start > call", "call > end"],
  });
  const document = draw({
    channels: { question: text },
    nodes: {
      start: start("question"),
      live: call("order-help"),
      pinned: call("order-help", 7),
      sub: node("subgraph", { graph: graphAsJson(inner), inputs: [], outputs: [] }),
      end: end(),
    },
    edges: ["start > live", "live > pinned", "pinned > sub", "sub > end"],
  });
  expect(pinnedCalls(document, nodeDefinitions)).toEqual([
    { slug: "order-help", version: 7 },
    { slug: "clerk", version: 2 },
  ]);
});
