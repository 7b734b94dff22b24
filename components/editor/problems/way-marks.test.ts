import { expect, it } from "vitest";
import { applied } from "@/workflows/graph/testing/arbitraries";
import { sketch } from "@/workflows/graph/testing/sketch";
import { wayMarks } from "./way-marks";

const drawn = sketch({ edges: "start > a; a > b; b > c; a > d; c > end; d > end" });
const lit = (way: string[], document = drawn) => {
  const { nodes, edges = [] } = wayMarks(document, { way, path: { channel: "x" } });
  return { nodes: [...nodes].map(([id, { word }]) => `${id}: ${word}`), edges: [...edges] };
};

it("lights the nodes of the way in order and the edges between them, and no others", () => {
  expect(lit(["start", "a", "d"])).toEqual({
    nodes: ["start: on the path", "a: on the path", "d: needs x"],
    edges: ["e1", "e4"],
  });
});

it("leads past a node that is turned off along the edges that are drawn there", () => {
  const off = applied(drawn, { op: "node.disable", id: "b", disabled: true });
  expect(lit(["start", "a", "c"], off).edges).toEqual(["e1", "e2", "e3"]);
});
