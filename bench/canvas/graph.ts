import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";
import type { Node } from "@/workflows/graph/node";

const lanes = 32;
/** From here on every other node has two ways out, which makes 1,500 edges. */
const firstFork = 59;
const pitch = { x: 280, y: 140 };

/**
 * A valid graph of `nodeCount` nodes and, from a thousand on, half as many edges again: 32 lanes of models and code
 * with branches, people and loops.
 */
export function bigGraph(nodeCount = 1_000): GraphDocument {
  const inner = Array.from({ length: nodeCount - 2 }, (_, index) => index);
  const nodes: Record<string, Node> = {
    start: node("start", "Start", { inputs: [{ channel: "topic", required: true }] }),
  };
  for (const index of inner) nodes[idOf(index)] = innerNode(index);
  nodes.end = node("end", "End", { outputs: ["log"] });
  const edges = [...startEdges(), ...inner.flatMap((index) => edgesOf(index, nodeCount))];
  const empty = emptyDocument();
  return {
    ...empty,
    channels: {
      topic: { type: "string", reducer: "replace" },
      score: { type: "number", reducer: "add", default: 0 },
      log: { type: "array", reducer: "append", default: [] },
      draft: { type: "string", reducer: "max", default: "" },
    },
    nodes,
    edges: Object.fromEntries(edges.map((edge, index) => [`e${index}`, edge])),
    layout: {
      ...empty.layout,
      nodes: Object.fromEntries(Object.keys(nodes).map((id, index) => [id, placeOf(index)])),
    },
  };
}

const idOf = (index: number) => `n${index}`;
const idAt = (column: number, row: number) => idOf(column * lanes + row - 1);

/** Corners of a block of 5 columns with 10 nodes each, in the middle of the graph. */
export const fifty = { first: idAt(12, 10), last: idAt(16, 19) };

const isBranch = (index: number) => index % 4 === 1;
const isForked = (index: number) => index % 2 === 1 && index >= firstFork;

function placeOf(index: number) {
  return { x: Math.floor(index / lanes) * pitch.x, y: (index % lanes) * pitch.y };
}

function node(type: string, title: string, config: Node["config"]): Node {
  return { type, typeVersion: 1, title, config, policy: { onError: "fail" } };
}

function innerNode(index: number): Node {
  if (!isForked(index)) return plainNode(index);
  if (isBranch(index)) {
    const conditions = [{ id: "yes", label: "Good enough", when: "score > 10.0" }];
    return node("branch", `Decide ${index}`, { conditions });
  }
  const answers = [
    { id: "yes", label: "Approve", tone: "primary" },
    { id: "no", label: "Send back", tone: "danger" },
  ];
  return node("human", `Check ${index}`, { message: "Is {{ draft }} good enough?", answers });
}

function plainNode(index: number): Node {
  if (index % 3 === 0) {
    return node("set-state", `Count ${index}`, { assignments: [{ channel: "score", value: "score + 1.0" }] });
  }
  return node("model", `Write ${index}`, {
    model: "offline/offline",
    prompt: "Write one sentence on {{ topic }}. So far: {{ draft }}",
    output: "draft",
    format: "text",
  });
}

function startEdges(): Edge[] {
  return Array.from({ length: lanes }, (_, lane) => ({ source: "start", port: "out", target: idOf(lane) }));
}

/** On along its lane; a second way out crosses to the lane below, and every 50th leads back. */
function edgesOf(index: number, nodeCount: number): Edge[] {
  const source = idOf(index);
  const targetOf = (next: number) => (next < nodeCount - 2 ? idOf(next) : "end");
  const next = targetOf(index + lanes);
  if (!isForked(index)) return [{ source, port: "out", target: next }];
  const back =
    index % 50 === 25 ? { target: idOf(index - 2 * lanes), cap: 3 } : { target: targetOf(index + lanes + 1) };
  return [
    { source, port: "yes", target: next },
    { source, port: isBranch(index) ? "else" : "no", ...back },
  ];
}
