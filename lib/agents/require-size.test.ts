import { expect, test } from "vitest";
import { draw, mark } from "@/workflows/compile/testing/draw";
import { mostNodes, requireSize } from "./require-size";

const graph = (count: number) =>
  draw({
    nodes: Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, mark("n")])),
    edges: [],
  });

test("a graph may have so many nodes and not one more", () => {
  expect(() => requireSize(graph(mostNodes))).not.toThrow();
  expect(() => requireSize(graph(mostNodes + 1))).toThrow(`${mostNodes + 1} nodes`);
});
