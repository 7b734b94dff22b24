import type { GraphDocument } from "@/workflows/graph/document";
import { graphAsJson } from "@/workflows/graph/inner-graphs";
import { sketch } from "@/workflows/graph/testing/sketch";
import { type Case, text } from "./case";

const x = { x: { ...text, default: "" } };
const inner = (start: string[], edges = "start > end") =>
  sketch({ nodes: { start: { channels: start } }, edges, channels: x });

function around(graph: GraphDocument, inputs: [string, string][], outputs: [string, string][] = []) {
  const pairs = (list: [string, string][]) => list.map(([from, to]) => ({ from, to }));
  const config = { graph: graphAsJson(graph), inputs: pairs(inputs), outputs: pairs(outputs) };
  return sketch({ nodes: { sub: config }, edges: "start > sub; sub > end", channels: x });
}

export const subgraphCases: Case[] = [
  {
    code: "subgraph_mapping",
    name: "a channel inside that its Start does not take",
    has: around(inner([]), [["x", "x"]]),
    severity: "error",
    path: { nodeId: "sub", field: "inputs.0.to" },
    message: /“SUB” fills “x”, which is no input of the graph inside/,
    hasNot: around(inner(["x"]), [["x", "x"]]),
  },
  {
    code: "subgraph_mapping",
    name: "an input that nothing is mapped to",
    has: around(inner(["x"]), []),
    severity: "error",
    path: { nodeId: "sub", field: "inputs" },
    message: /The graph inside “SUB” needs “x”/,
    hasNot: around(inner(["x"]), [["x", "x"]]),
  },
  {
    code: "channel_unknown",
    name: "a channel that the graph inside does not have",
    has: around(inner([]), [], [["y", "x"]]),
    severity: "error",
    path: { nodeId: "sub", field: "outputs.0.from", channel: "y" },
    message: /The graph inside “SUB” has no channel named “y”/,
    hasNot: around(inner([]), [], [["x", "x"]]),
  },
  {
    code: "channel_unknown",
    name: "a channel out here that is not there",
    has: around(inner(["x"]), [["y", "x"]]),
    severity: "error",
    path: { nodeId: "sub", field: "inputs.0.from", channel: "y" },
    message: /there is no channel named “y”/,
    hasNot: around(inner(["x"]), [["x", "x"]]),
  },
  {
    code: "no_end",
    name: "inside a subgraph",
    has: around(sketch({ nodes: { a: {} }, edges: "start > a" }), []),
    severity: "error",
    path: { nodeId: "sub", inside: {} },
    message: /^In “SUB”: Nothing says where a run ends/,
    hasNot: around(inner([]), []),
    fixed: true,
  },
  {
    code: "node_unreachable",
    name: "inside a subgraph inside another",
    has: around(
      sketch({
        nodes: { sub: { graph: graphAsJson(inner([], "start > end; a > end")) } },
        edges: "start > sub; sub > end",
      }),
      [],
    ),
    severity: "warning",
    path: { nodeId: "sub", inside: { nodeId: "sub", inside: { nodeId: "a" } } },
    message: /^In “SUB”: In “SUB”: No path leads from the start to “A”/,
    hasNot: around(
      sketch({ nodes: { sub: { graph: graphAsJson(inner([])) } }, edges: "start > sub; sub > end" }),
      [],
    ),
  },
];
