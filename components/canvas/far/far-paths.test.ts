import { expect, it } from "vitest";
import type { FlowEdge, FlowNode } from "../flow/flow-types";
import { farPaths } from "./far-paths";

const node = (id: string, x: number, y: number): FlowNode => ({
  id,
  type: "card",
  position: { x, y },
  data: {},
});
const edge = (id: string, source: string, target: string, type: FlowEdge["type"] = "link"): FlowEdge => ({
  id,
  source,
  target,
  type,
  sourceHandle: "out",
  data: { meaning: "next" },
});
const nodes = [node("a", 0, 0), node("b", 400, 100)];
const drawn = (edges: FlowEdge[], strokeOf = (_: FlowEdge) => "grey") =>
  farPaths({ nodes, edges, portAt: () => 20, strokeOf });

it("leads from the right of one card to the left of the next, port to port", () => {
  const [path] = drawn([edge("e", "a", "b")]);
  expect(path?.d).toMatch(/^M216,20C.* 400,120$/);
});

it("leads a loop into the lower side of its target", () => {
  const [path] = drawn([edge("e", "b", "a", "loop")]);
  expect(path?.d).toMatch(/^M616,120C.* 108,0$/);
});

it("draws edges of one colour as one path", () => {
  const edges = [edge("1", "a", "b"), edge("2", "b", "a"), edge("3", "a", "a")];
  const paths = drawn(edges, ({ id }) => (id === "2" ? "green" : "grey"));
  expect(paths.map(({ stroke, d }) => [stroke, d.split("M").length - 1])).toEqual([
    ["grey", 2],
    ["green", 1],
  ]);
});

it("leaves out an edge whose end is not there", () => {
  expect(drawn([edge("e", "a", "gone")])).toEqual([]);
});
