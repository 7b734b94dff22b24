import { expect, it } from "vitest";
import { draw, node, subgraph } from "@/workflows/compile/testing/draw";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { approval } from "@/workflows/templates/approval";
import { importNotes } from "./import-notes";

const { document } = approval;

it("finds nothing to say where everything is there", () => {
  expect(importNotes(document, nodeDefinitions, new Set(["offline/offline"]))).toEqual([]);
});

it("names the nodes whose type or model is not", () => {
  const strange = { ...document, nodes: { ...document.nodes, oracle: node("oracle", { any: 1 }) } };
  expect(importNotes(strange, nodeDefinitions, new Set(["openai/gpt"]))).toEqual([
    { nodeId: "write", message: expect.stringContaining("“offline/offline” is not connected") },
    { nodeId: "revise", message: expect.stringContaining("“offline/offline” is not connected") },
    { nodeId: "oracle", message: expect.stringContaining("“oracle” is unknown") },
  ]);
});

it("tells of nodes inside a subgraph at the subgraph", () => {
  const inner = {
    nodes: { write: node("model", { model: "openai/gpt", prompt: "Hi" }, {}, "Write") },
    edges: [],
  };
  const around = draw({ nodes: { sub: subgraph(inner) }, edges: [] });
  expect(importNotes(around, nodeDefinitions, new Set())).toEqual([
    {
      nodeId: "sub",
      message: "Inside, at “Write”: Its model “openai/gpt” is not connected here. Choose another.",
    },
  ]);
});
