import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { plan } from "./plan";
import { branch, draw, end, mark, node, start, trail } from "./testing/draw";

const planOf = (document: GraphDocument) => plan(document, nodeDefinitions);
const nodes = { start: start("trail"), a: mark("a"), b: mark("b"), end: end("trail") };

describe("a plan", () => {
  it("turns Start and End into entry and exits, and ports into routes", () => {
    const document = draw({
      channels: { trail },
      nodes: { ...nodes, check: branch({ yes: "true" }) },
      edges: ["start > check", "check.yes > a x2", "check.else > end", "a > check", "check.limit > end"],
    });
    expect(planOf(document)).toMatchObject({
      startId: "start",
      inputs: [{ channel: "trail", required: true }],
      outputs: ["trail"],
      entry: [{ id: "e0", target: "check" }],
      endIds: ["end"],
      nodes: [
        { id: "a", name: "a", routes: [{ port: "out", edges: [{ id: "e3", target: "check" }] }] },
        {
          id: "check",
          routes: [
            { port: "yes", edges: [{ id: "e1", target: "a", cap: 2 }] },
            { port: "else", edges: [{ id: "e2", target: "__end__" }] },
            { port: "limit", edges: [{ id: "e4", target: "__end__" }] },
          ],
        },
      ],
      joins: [],
    });
  });

  it("leaves out what no run can reach", () => {
    const document = draw({ channels: { trail }, nodes, edges: ["start > a", "a > end", "b > end"] });
    expect(planOf(document).nodes.map((planNode) => planNode.id)).toEqual(["a"]);
  });

  it("gives each output once, of all End nodes that can be reached", () => {
    const document = draw({
      channels: { trail },
      nodes: { ...nodes, end: end("trail", "x"), done: end("x", "y"), far: end("z") },
      edges: ["start > a", "start > b", "a > end", "b > done"],
    });
    expect(planOf(document).outputs).toEqual(["x", "y", "trail"]);
  });

  it("steps aside with the name of a node that a channel or JavaScript has taken", () => {
    const document = draw({
      channels: { trail, a: trail },
      nodes: { ...nodes, toString: mark("t") },
      edges: ["start > a", "start > b", "start > toString"],
    });
    expect(planOf(document).nodes.map(({ id, name }) => [id, name])).toEqual([
      ["a", "a~"],
      ["b", "b"],
      ["toString", "toString~"],
    ]);
  });

  it("is the same for the same document, whatever the order of its parts", () => {
    const edges = ["start > a", "start > b", "a > end", "b > end"];
    const document = draw({ channels: { trail }, nodes, edges });
    const shuffled = fc.shuffledSubarray(Object.entries(document.nodes), { minLength: 4 });
    fc.assert(
      fc.property(shuffled, (entries) => {
        expect(planOf({ ...document, nodes: Object.fromEntries(entries) })).toEqual(planOf(document));
      }),
    );
  });

  it.each([
    ["no Start", { nodes: { a: mark("a"), end: end() }, edges: ["a > end"] }, /no Start/],
    ["two Starts", { nodes: { ...nodes, more: start() }, edges: ["start > end"] }, /more than one Start/],
    ["an unknown type", { nodes: { ...nodes, x: node("nope", {}) }, edges: ["start > end"] }, /type “nope”/],
    [
      "incomplete settings",
      { nodes: { ...nodes, x: node("branch", {}) }, edges: ["start > x"] },
      /not complete/,
    ],
    ["an edge from no port", { nodes, edges: ["start > a", "a.nope > end"] }, /a port it does not have/],
    ["an edge into Start", { nodes, edges: ["start > a", "a > start"] }, /leads into Start/],
  ])("is refused for %s", (_, drawing, message) => {
    const making = () => planOf(draw({ channels: { trail }, ...drawing }));
    expect(making).toThrow(message);
    expect(making).toThrow(expect.objectContaining({ code: "graph_invalid" }));
  });
});
