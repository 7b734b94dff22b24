import { describe, expect, it } from "vitest";
import { semanticHash } from "./canonical";
import type { GraphDocument } from "./document";
import { graphAsJson } from "./inner-graphs";
import { graphInside, titlesByAddress } from "./inside";
import { addressOf, around, splitAddress } from "./node-address";
import { loadDocument } from "./parse-document";
import { testDefinitions } from "./testing/definitions";
import { sketch } from "./testing/sketch";
import { withoutPins } from "./without-pins";

const innermost = sketch({ edges: "start > a; a > end" });
const holding = (graph: GraphDocument) =>
  sketch({ nodes: { sub: { graph: graphAsJson(graph) } }, edges: "start > sub; sub > end" });
const twice = (graph: GraphDocument) => holding(holding(graph));
const pin = { port: "out", update: {} };

describe("a document with subgraphs", () => {
  it("is read with the graphs inside lifted and tidied, however deep", () => {
    const old = {
      ...innermost,
      nodes: { ...innermost.nodes, a: { ...innermost.nodes.a, typeVersion: 1, config: { channel: "x" } } },
      layout: { nodes: {}, groups: {}, stickies: {} },
    };
    const json: unknown = JSON.parse(
      JSON.stringify(twice(innermost)).replace(JSON.stringify(innermost), JSON.stringify(old)),
    );
    const loaded = loadDocument(json, testDefinitions);
    const inner = loaded.ok ? graphInside(loaded.value, "sub/sub", testDefinitions) : undefined;
    expect(inner?.nodes.a).toMatchObject({ typeVersion: 2, config: { writes: [{ channel: "x" }] } });
    expect(Object.keys(inner?.layout.nodes ?? {})).toEqual(["start", "a", "end"]);
  });

  it("is read with a graph inside that nobody can read, which then says so", () => {
    const broken = holding({ ...innermost, channels: { "Not a name": { type: "any", reducer: "replace" } } });
    expect(loadDocument(broken, testDefinitions)).toEqual({ ok: true, value: broken });
  });

  it("means the same wherever things stand inside, and something else when they change", () => {
    const moved = { ...innermost, layout: { ...innermost.layout, nodes: {} }, pins: { a: pin } };
    const renamed = { ...innermost, settings: { ...innermost.settings, recursionLimit: 7 } };
    expect(semanticHash(twice(moved))).toBe(semanticHash(twice(innermost)));
    expect(semanticHash(twice(renamed))).not.toBe(semanticHash(twice(innermost)));
  });

  it("leaves all its pins behind", () => {
    expect(withoutPins(twice({ ...innermost, pins: { a: pin } }))).toEqual(twice(innermost));
    const bare = twice(innermost);
    expect(withoutPins(bare)).toBe(bare);
  });
});

describe("an address", () => {
  it("names a place by the nodes around it", () => {
    expect(addressOf(undefined, "a")).toBe("a");
    expect(addressOf("sub/inner", "a")).toBe("sub/inner/a");
    expect(splitAddress("sub/inner/a")).toEqual({ within: "sub/inner", id: "a" });
    expect(splitAddress("a")).toEqual({ within: undefined, id: "a" });
    expect(around("sub/inner/a")).toEqual(["sub/inner", "sub"]);
  });

  it("has the title of its node", () => {
    expect(titlesByAddress(holding(innermost), testDefinitions)).toEqual({
      start: "START",
      sub: "SUB",
      "sub/start": "START",
      "sub/a": "A",
      "sub/end": "END",
      end: "END",
    });
  });

  it("leads to the graph inside, if there is one", () => {
    const document = twice(innermost);
    expect(graphInside(document, undefined, testDefinitions)).toBe(document);
    expect(graphInside(document, "sub/sub", testDefinitions)).toEqual(innermost);
    expect(graphInside(document, "sub/a", testDefinitions)).toBeUndefined();
    expect(graphInside(document, "start", testDefinitions)).toBeUndefined();
  });
});
