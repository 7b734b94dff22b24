import { describe, expect, it } from "vitest";
import { apply, batchOf } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { SingleOperation } from "@/workflows/graph/operation";
import { smallGraph, testNode } from "../testing/graph";
import { addNode, type Join } from "./add-node";
import { frameBoxes, framePadding, holds } from "./frames";
import { joinFrames, joinGroup } from "./join-group";
import { type Regrouping, regrouping, regroupingSteps } from "./regroup";
import { thingOf } from "./things";

const size = { width: 200, height: 100 };
const sizeOf = () => size;

/** Start at 0, Ask at 200, End at 500; the groups hold what is named. */
function grouped(groups: Record<string, string[]>): GraphDocument {
  const document = smallGraph();
  for (const [id, nodes] of Object.entries(groups))
    document.layout.groups[id] = { title: id, color: "blue", nodes };
  return document;
}

function groupsAfter(document: GraphDocument, changes: Regrouping): Record<string, string[]> {
  const result = apply(document, batchOf(regroupingSteps(document, changes)));
  if (!result.ok) throw new Error(result.problem.message);
  const { groups } = result.value.layout;
  return Object.fromEntries(Object.entries(groups).map(([id, { nodes }]) => [id, nodes]));
}

describe("a frame", () => {
  it("stands around its nodes, with room for the title above them", () => {
    expect(frameBoxes(grouped({ a: ["start", "ask"] }), sizeOf).get("a")).toEqual({
      x: -framePadding.side,
      y: -framePadding.top,
      width: 400 + 2 * framePadding.side,
      height: 100 + framePadding.top + framePadding.side,
    });
  });

  it("goes along when it, or all of its nodes, are dragged; for some of them it stays", () => {
    const document = grouped({ a: ["start", "ask"] });
    const x = (dragged: Record<string, { x: number; y: number }>) =>
      frameBoxes(document, sizeOf, dragged).get("a")?.x;
    const [start, ask] = [
      { x: 50, y: 0 },
      { x: 250, y: 0 },
    ];
    expect(x({ start, ask })).toBe(50 - framePadding.side);
    expect(x({ start })).toBe(-framePadding.side);
    expect(x({ "group:a": { x: 0, y: 0 }, start, ask })).toBe(50 - framePadding.side);
  });

  it("holds what has its middle in it", () => {
    const frame = { x: 0, y: 0, width: 100, height: 100 };
    expect(holds(frame, { x: 80, y: 80, width: 40, height: 40 })).toBe(true);
    expect(holds(frame, { x: 81, y: 80, width: 40, height: 40 })).toBe(false);
  });
});

describe("dragged nodes", () => {
  const far = { x: 5_000, y: 0 };

  it.each([
    ["leave the frame they are drawn out of", { a: ["start", "ask"] }, { ask: far }, [["ask", null]]],
    ["stay while their middle is inside", { a: ["start", "ask"] }, { ask: { x: 300, y: 0 } }, []],
    ["come into the frame they are drawn into", { a: ["start"] }, { ask: { x: 0, y: 20 } }, [["ask", "a"]]],
    [
      "change from one to the other",
      { a: ["start"], b: ["end"] },
      { start: { x: 500, y: 9 } },
      [["start", "b"]],
    ],
    ["take their group along when all go", { a: ["start", "ask"] }, { start: far, ask: far }, []],
    [
      "come into the smaller of two frames",
      { a: ["start", "end"], b: ["start"] },
      { ask: { x: 9, y: 9 } },
      [["ask", "b"]],
    ],
    ["of no group meet no frame", {}, { ask: far }, []],
  ])("%s", (_, groups, dragged, changes) => {
    expect([...regrouping(grouped(groups), sizeOf, dragged)]).toEqual(changes);
  });

  it("that were carried by a frame do not come into another", () => {
    const document = grouped({ a: ["ask"], b: ["end"] });
    const dragged = { "group:a": { x: 476, y: 0 }, ask: { x: 500, y: 0 } };
    expect([...regrouping(document, sizeOf, dragged)]).toEqual([]);
  });
});

describe("regrouping as operations", () => {
  it("dissolves a group that loses its last node, and fills the other", () => {
    const document = grouped({ a: ["start"], b: ["end"] });
    expect(groupsAfter(document, new Map([["start", "b"]]))).toEqual({ b: ["end", "start"] });
    expect(groupsAfter(document, new Map([["end", "a"]]))).toEqual({ a: ["start", "end"] });
  });

  it("swaps the only nodes of two groups", () => {
    const document = grouped({ a: ["start"], b: ["end"] });
    const swapped = new Map([
      ["start", "b"],
      ["end", "a"],
    ]);
    expect(groupsAfter(document, swapped)).toEqual({ a: ["end"], b: ["start"] });
  });

  it("leaves groups alone that nothing happens to", () => {
    const document = grouped({ a: ["start"], b: ["end"] });
    expect(regroupingSteps(document, new Map([["ask", "a"]]))).toHaveLength(1);
    expect(regroupingSteps(document, new Map())).toEqual([]);
  });
});

describe("a new node", () => {
  const joined = (document: GraphDocument, at: { x: number; y: number } | undefined, join?: Join) => {
    const added = addNode(document, "code", at, join);
    return added
      ? joinGroup(document, sizeOf, added, join).map((step) => step.op === "group.set" && step.id)
      : [];
  };

  it("comes into the group in whose frame it stands", () => {
    const document = grouped({ a: ["start", "end"] });
    document.layout.nodes.ask = { x: 0, y: 900 };
    expect(joined(document, { x: 230, y: 0 })).toEqual(["a"]);
    expect(joined(document, { x: 230, y: 900 })).toEqual([]);
    expect(joined(smallGraph(), { x: 300, y: 0 })).toEqual([]);
  });

  it("that brings a group of its own stays in that", () => {
    const document = grouped({ a: ["start", "ask"] });
    const add: SingleOperation = {
      op: "node.add",
      id: "copy",
      node: testNode("model", "Copy"),
      position: { x: 40, y: 10 },
    };
    const group: SingleOperation = {
      op: "group.set",
      id: "b",
      group: { title: "", color: "red", nodes: ["copy"] },
    };
    expect(joinFrames(document, sizeOf, [add])).toMatchObject([{ id: "a" }]);
    expect(joinFrames(document, sizeOf, [add, group])).toEqual([]);
  });

  it("comes into the group of both nodes it is put between", () => {
    expect(joined(grouped({ a: ["start", "ask"] }), undefined, { edgeId: "e1" })).toEqual(["a"]);
    expect(joined(grouped({ b: ["ask"] }), { x: 9_000, y: 0 }, { edgeId: "e1" })).toEqual([]);
  });
});

it.each([
  ["group:a", { kind: "group", id: "a" }],
  ["sticky:s_1", { kind: "sticky", id: "s_1" }],
  ["group", { kind: "node", id: "group" }],
])("%s is a thing", (key, thing) => {
  expect(thingOf(key)).toEqual(thing);
});
