import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply } from "@/workflows/graph/apply";
import { coalesce } from "@/workflows/graph/coalesce";
import type { GraphDocument } from "@/workflows/graph/document";
import { graphAsJson } from "@/workflows/graph/inner-graphs";
import { invert } from "@/workflows/graph/invert";
import type { SingleOperation } from "@/workflows/graph/operation";
import { applied, graphDocument, singleOperation } from "@/workflows/graph/testing/arbitraries";
import { sketch } from "@/workflows/graph/testing/sketch";
import { graphAt, insideNode } from "./inside-node";

const innermost = sketch({
  edges: "start > a; a > end",
  channels: { x: { type: "string", reducer: "replace" } },
});
const holding = (graph: GraphDocument) =>
  sketch({
    nodes: { sub: { graph: graphAsJson(graph), inputs: [{ from: "x", to: "x" }] } },
    edges: "start > sub; sub > end",
  });
const twice = holding(holding(innermost));
const at = (path: string[], operation: SingleOperation) =>
  path.reduceRight((inner, id) => insideNode(id, inner), operation);
const titled = (title: string, id = "a"): SingleOperation => ({ op: "node.title", id, title });

describe("an operation inside a node", () => {
  it("is one operation, however deep, with the outermost node first", () => {
    expect(at(["one", "two"], titled("T"))).toEqual({
      op: "node.inside",
      at: ["one", "two"],
      operation: titled("T"),
    });
  });

  it("does inside what it does to the graph alone, and nothing around it", () => {
    fc.assert(
      fc.property(graphDocument, singleOperation, (graph, operation) => {
        fc.pre(operation.op !== "node.inside");
        const outer = holding(holding(graph));
        const alone = apply(graph, operation);
        const result = apply(outer, at(["sub", "sub"], operation));
        expect(result.ok).toBe(alone.ok);
        if (!result.ok || !alone.ok) return;
        expect(graphAt(result.value, ["sub", "sub"])).toEqual(alone.value);
        expect(result.value.nodes.sub?.config.inputs).toBe(outer.nodes.sub?.config.inputs);
        expect(result.value.nodes.start).toBe(outer.nodes.start);
      }),
    );
  });

  it.each<[string, string[], SingleOperation, object]>([
    [
      "a node that is not there",
      ["sub", "sub"],
      titled("T", "gone"),
      {
        code: "node_unknown",
        path: { nodeId: "sub", inside: { nodeId: "sub", inside: { nodeId: "gone" } } },
      },
    ],
    [
      "an edge that is there already",
      ["sub", "sub"],
      { op: "edge.add", id: "e9", edge: { source: "a", port: "out", target: "end" } },
      {
        code: "edge_duplicate",
        path: { nodeId: "sub", inside: { nodeId: "sub", inside: { edgeId: "e2" } } },
      },
    ],
    [
      "a channel of the graph inside, asked for one graph too far out",
      ["sub"],
      { op: "channel.remove", name: "x" },
      { code: "channel_unknown", path: { nodeId: "sub", inside: { channel: "x" } } },
    ],
    [
      "a node without a graph",
      ["start"],
      titled("T"),
      { code: "subgraph_unknown", path: { nodeId: "start" } },
    ],
    ["a node that is gone", ["gone"], titled("T"), { code: "subgraph_unknown", path: { nodeId: "gone" } }],
    ["a name of objects", ["toString"], titled("T"), { code: "subgraph_unknown" }],
    [
      "a node without a graph further in",
      ["sub", "sub", "a"],
      titled("T"),
      { code: "subgraph_unknown", path: { nodeId: "sub" } },
    ],
  ])("is refused with the way to it: %s", (_, path, operation, problem) => {
    const step = at(path, operation);
    expect(apply(twice, step)).toMatchObject({ ok: false, problem });
    expect(invert(twice, step)).toEqual({ op: "batch", operations: [] });
  });

  it("is taken back inside, with the edges of a removed node", () => {
    const removal = at(["sub", "sub"], { op: "node.remove", id: "a" });
    const after = applied(twice, removal);
    expect(Object.keys(graphAt(after, ["sub", "sub"])?.edges ?? {})).toEqual([]);
    expect(applied(after, invert(twice, removal))).toEqual(twice);
  });

  it.each<[string, SingleOperation, SingleOperation, SingleOperation | undefined]>([
    [
      "typing on in one title",
      at(["sub"], titled("T")),
      at(["sub"], titled("Ti")),
      at(["sub"], titled("Ti")),
    ],
    ["the same node of another graph", at(["sub"], titled("T")), at(["sub", "sub"], titled("Ti")), undefined],
    ["two nodes of one graph", at(["sub"], titled("T")), at(["sub"], titled("T", "end")), undefined],
    [
      "a title and a note",
      at(["sub"], titled("T")),
      at(["sub"], { op: "node.note", id: "a", note: "N" }),
      undefined,
    ],
    [
      "what never merges",
      at(["sub"], { op: "edge.remove", id: "e1" }),
      at(["sub"], { op: "edge.remove", id: "e1" }),
      undefined,
    ],
    ["outside and inside", titled("T", "sub"), at(["sub"], titled("T", "sub")), undefined],
  ])("and the next make one gesture, or not: %s", (_, first, second, both) => {
    expect(coalesce(first, second)).toEqual(both);
  });
});

describe("the graph inside", () => {
  it("is the same object as long as nothing in it changes", () => {
    const moved = applied(twice, { op: "node.move", positions: { start: { x: 5, y: 5 } } });
    expect(graphAt(moved, ["sub", "sub"])).toBe(graphAt(twice, ["sub", "sub"]));
    const retitled = applied(twice, at(["sub", "sub"], titled("New")));
    expect(graphAt(retitled, ["sub", "sub"])?.nodes.end).toBe(graphAt(twice, ["sub", "sub"])?.nodes.end);
    expect(graphAt(twice, ["sub", "sub"])?.nodes.a?.title).toBe("A");
  });

  it("is the document itself where no node is named, and none where one holds no readable graph", () => {
    expect(graphAt(twice, [])).toBe(twice);
    const broken = holding({ ...innermost, channels: { "No name": { type: "any", reducer: "replace" } } });
    expect(graphAt(broken, ["sub"])).toBeUndefined();
    expect(graphAt(twice, ["sub", "start"])).toBeUndefined();
  });
});
