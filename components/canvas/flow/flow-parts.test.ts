import { expect, it } from "vitest";
import { smallGraph } from "@/components/editor/testing/graph";
import { apply } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Operation } from "@/workflows/graph/operation";
import { flowEdgeMaker } from "./flow-edges";
import { flowNodeMaker } from "./flow-nodes";

const none = { selected: new Set<string>(), dragged: {}, measured: new Map(), touch: false };

function after(document: GraphDocument, operation: Operation): GraphDocument {
  const result = apply(document, operation);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

it("draws Start and End as pills, all else as cards", () => {
  const nodes = flowNodeMaker()({ document: smallGraph(), ...none });
  expect(nodes.map(({ id, type }) => [id, type])).toEqual([
    ["start", "pill"],
    ["ask", "card"],
    ["end", "pill"],
  ]);
});

it("makes one new object for a moved node and keeps the others", () => {
  const make = flowNodeMaker();
  const document = smallGraph();
  const before = make({ document, ...none });
  const moved = after(document, { op: "node.move", positions: { ask: { x: 5, y: 5 } } });
  const nodes = make({ document: moved, ...none });
  expect(nodes.map((node, index) => node === before[index])).toEqual([true, false, true]);
});

it("gives back the same list for an edit of a setting", () => {
  const make = flowNodeMaker();
  const document = smallGraph();
  const before = make({ document, ...none });
  const edited = after(document, { op: "node.configure", id: "ask", set: { prompt: "Hello" }, unset: [] });
  expect(make({ document: edited, ...none })).toBe(before);
});

it("shows a node where it is being dragged", () => {
  const dragged = { ask: { x: 9, y: 9 } };
  const nodes = flowNodeMaker()({ document: smallGraph(), ...none, dragged });
  expect(nodes[1]).toMatchObject({ position: { x: 9, y: 9 }, dragging: true });
});

it("lets fingers move only what is selected", () => {
  const selected = new Set(["ask"]);
  const nodes = flowNodeMaker()({ document: smallGraph(), ...none, selected, touch: true });
  expect(nodes.map(({ draggable }) => draggable)).toEqual([false, undefined, false]);
});

it("draws the edge that leads back as a loop into the node's lower side", () => {
  const looped = after(smallGraph(), {
    op: "edge.add",
    id: "back",
    edge: { source: "ask", port: "error", target: "ask" },
  });
  const edges = flowEdgeMaker()(looped, new Set());
  expect(edges.map(({ id, type, targetHandle }) => [id, type, targetHandle])).toEqual([
    ["e1", "link", "in"],
    ["e2", "link", "in"],
    ["back", "loop", "loop-in"],
  ]);
});

it("keeps edges that did not change", () => {
  const make = flowEdgeMaker();
  const document = smallGraph();
  const before = make(document, new Set());
  const edges = make(document, new Set(["e2"]));
  expect(edges[0]).toBe(before[0]);
  expect(edges[1]).not.toBe(before[1]);
});
