import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bypass } from "./bypass";
import type { GraphDocument } from "./document";
import type { JsonObject } from "./json";
import { applied, graphDocument } from "./testing/arbitraries";
import { testDefinitions } from "./testing/definitions";
import { sketch } from "./testing/sketch";

function without(off: string[], edges: string, nodes: Record<string, JsonObject> = {}): GraphDocument {
  return off.reduce(
    (document, id) => applied(document, { op: "node.disable", id, disabled: true }),
    sketch({ edges, nodes }),
  );
}

const ways = (document: GraphDocument) =>
  Object.entries(bypass(document, testDefinitions).document.edges)
    .map(
      ([id, { source, port, target, cap }]) => `${id}: ${source}.${port} > ${target}${cap ? ` x${cap}` : ""}`,
    )
    .sort();

describe("bypass", () => {
  it.each<[string, GraphDocument, string[]]>([
    ["leads an edge on", without(["a"], "start > a; a > end"), ["e1: start.out > end"]],
    ["leads past several", without(["a", "b"], "start > a; a > b; b > end"), ["e1: start.out > end"]],
    [
      "follows every edge of the way",
      without(["a"], "start > a; a > b; a > c"),
      ["e1: start.out > b", "e1_2: start.out > c"],
    ],
    [
      "prefers out to other ports",
      without(["a"], "start > a; a.no > b; a.out > end", { a: { ports: ["no", "out"] } }),
      ["e1: start.out > end"],
    ],
    [
      "takes the first normal port where there is no out",
      without(["a"], "start > a; a.no > b; a.yes > end", { a: { ports: ["yes", "no"] } }),
      ["e1: start.out > end"],
    ],
    [
      "goes by the edges while the settings are incomplete",
      without(["a"], "start > a; a.error > b; a.later > end", { a: { size: 0 } }),
      ["e1: start.out > end"],
    ],
    [
      "keeps the direct edge where both lead to one node",
      without(["a"], "start > a; a > end; start > end"),
      ["e3: start.out > end"],
    ],
    ["drops an edge that leads nowhere", without(["a"], "start > a; b > end"), ["e2: b.out > end"]],
    ["drops what goes round in disabled nodes", without(["a", "b"], "start > a; a > b; b > a"), []],
    [
      "keeps the smallest cap",
      without(["a"], "start > a x5; a > end x2; b > a"),
      ["e1: start.out > end x2", "e3: b.out > end x2"],
    ],
    ["never bypasses a start or an end", without(["start", "end"], "start > end"), ["e1: start.out > end"]],
  ])("%s", (_, document, expected) => {
    expect(ways(document)).toEqual(expected);
  });

  it("tells which drawn edges make a way", () => {
    const { drawn } = bypass(without(["a", "b"], "start > a; a > b; b > end"), testDefinitions);
    expect(Object.fromEntries(drawn)).toEqual({ e1: ["e1", "e2", "e3"] });
  });

  it("leaves a graph without disabled nodes as it is", () => {
    const document = sketch({ edges: "start > a; a > end" });
    expect(bypass(document, testDefinitions).document).toBe(document);
  });

  it("gives the same edge table while only other nodes' settings change", () => {
    const document = without(["a"], "start > a; a > b; b > end");
    const typed = applied(document, { op: "node.configure", id: "b", set: { text: "t" }, unset: [] });
    const edges = (of: GraphDocument) => bypass(of, testDefinitions).document.edges;
    expect(edges(typed)).toBe(edges(document));
    const rewired = applied(document, { op: "node.configure", id: "a", set: { ports: ["yes"] }, unset: [] });
    expect(edges(rewired)).not.toEqual(edges(document));
  });

  it("stays quick where ways multiply", () => {
    const layers = Array.from({ length: 40 }, (_, index) => index);
    const edges = layers.flatMap((at) => [
      `n${at} > l${at}`,
      `n${at} > r${at}`,
      `l${at} > n${at + 1}`,
      `r${at} > n${at + 1}`,
    ]);
    const off = layers.flatMap((at) => [`n${at}`, `l${at}`, `r${at}`]);
    const document = without(off, ["start > n0", ...edges, "n40 > end"].join(";"));
    expect(ways(document)).toEqual([`e${edges.length + 2}: n40.out > end`, "e1: start.out > n40"]);
  });

  it("leaves no disabled node and no edge without both ends, whatever is drawn", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        const { nodes, edges } = bypass(document, testDefinitions).document;
        const off = Object.values(nodes).filter(({ type, disabled }) => disabled && type === "step");
        expect(off).toEqual([]);
        const ends = Object.values(edges).flatMap(({ source, target }) => [source, target]);
        expect(ends.filter((id) => !Object.hasOwn(nodes, id))).toEqual([]);
        const list = Object.values(edges).map(({ source, port, target }) => `${source} ${port} ${target}`);
        expect(new Set(list).size).toBe(list.length);
      }),
    );
  });
});
