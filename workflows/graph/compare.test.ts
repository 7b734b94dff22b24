import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { semanticHash } from "./canonical";
import { compare, fieldChanges, isSame } from "./compare";
import type { GraphDocument } from "./document";
import { graphAsJson } from "./inner-graphs";
import type { Operation } from "./operation";
import { applied, graphDocument, operation } from "./testing/arbitraries";
import { sketch } from "./testing/sketch";

const document = sketch({
  nodes: { a: { size: 1, text: "old words", list: [{ when: "x" }] } },
  edges: "start > a; a > end",
  channels: { x: { type: "number", reducer: "add" } },
});
const changed = (...steps: Operation[]) => compare(document, steps.reduce(applied, document));

describe("compare", () => {
  it.each<[string, Operation[], object]>([
    ["nothing", [], {}],
    ["a move", [{ op: "node.move", positions: { a: { x: 9, y: 9 } } }], {}],
    ["a pin", [{ op: "node.pin", id: "a", pin: { port: "out", update: {} } }], {}],
    [
      "a setting deep inside",
      [{ op: "node.configure", id: "a", set: { list: [{ when: "y" }] }, unset: [] }],
      {
        nodes: { a: { kind: "changed", fields: [{ field: "config.list.0.when", before: "x", after: "y" }] } },
      },
    ],
    [
      "a longer list",
      [{ op: "node.configure", id: "a", set: { list: [{ when: "x" }, 2] }, unset: [] }],
      { nodes: { a: { fields: [{ field: "config.list.1", before: undefined, after: 2 }] } } },
    ],
    [
      "a removed setting",
      [{ op: "node.configure", id: "a", set: {}, unset: ["size"] }],
      { nodes: { a: { fields: [{ field: "config.size", before: 1, after: undefined }] } } },
    ],
    [
      "a title and a node off",
      [
        { op: "node.title", id: "a", title: "T" },
        { op: "node.disable", id: "a", disabled: true },
      ],
      {
        nodes: {
          a: {
            fields: [
              { field: "title", before: "A", after: "T" },
              { field: "disabled", before: undefined, after: true },
            ],
          },
        },
      },
    ],
    [
      "a removed node with its edges",
      [{ op: "node.remove", id: "a" }],
      { nodes: { a: { kind: "removed" } }, edges: { e1: { kind: "removed" }, e2: { kind: "removed" } } },
    ],
    [
      "an edge drawn anew on the same way, with a cap",
      [
        { op: "edge.remove", id: "e2" },
        { op: "edge.add", id: "n", edge: { source: "a", port: "out", target: "end", cap: 2 } },
      ],
      { edges: { e2: { kind: "changed", fields: [{ field: "cap", before: undefined, after: 2 }] } } },
    ],
    [
      "an edge to another place",
      [
        { op: "edge.remove", id: "e2" },
        { op: "edge.add", id: "n", edge: { source: "a", port: "out", target: "a" } },
      ],
      { edges: { e2: { kind: "removed" }, n: { kind: "added" } } },
    ],
    [
      "a channel and the limits",
      [
        { op: "channel.update", name: "x", channel: { type: "number", reducer: "max" } },
        { op: "settings.update", settings: { recursionLimit: 7, timeoutMs: 900_000 } },
      ],
      {
        channels: { x: { fields: [{ field: "reducer", before: "add", after: "max" }] } },
        settings: [{ field: "recursionLimit", before: 100, after: 7 }],
      },
    ],
  ])("%s", (_, steps, expected) => {
    const comparison = changed(...steps);
    expect(comparison).toMatchObject(expected);
    const parts = Object.entries(comparison).filter(([, part]) => Object.keys(part).length > 0);
    expect(parts.map(([part]) => part).sort()).toEqual(Object.keys(expected).sort());
    expect(isSame(comparison)).toBe(parts.length === 0);
  });

  it("is none where only places inside a node's own graph are others", () => {
    const inner = sketch({ edges: "start > x; x > end" });
    const moved = {
      ...inner,
      layout: { ...inner.layout, nodes: { ...inner.layout.nodes, x: { x: 7, y: 7 } } },
    };
    const around = (graph: GraphDocument) =>
      sketch({ nodes: { sub: { graph: graphAsJson(graph) } }, edges: "start > sub; sub > end" });
    expect(isSame(compare(around(inner), around(moved)))).toBe(true);
    const renamed = { ...inner, settings: { ...inner.settings, recursionLimit: 7 } };
    expect(compare(around(inner), around(renamed)).nodes.sub).toMatchObject({
      fields: [{ field: "config.graph.settings.recursionLimit", before: 100, after: 7 }],
    });
  });

  const beyondMeaning: ReadonlySet<Operation["op"]> = new Set(["edge.add", "batch", "node.note"]);
  it("is empty exactly where the meaning is the same, edges drawn anew aside", () => {
    fc.assert(
      fc.property(graphDocument, fc.array(operation), (first, steps) => {
        const other = steps
          .filter((step) => !beyondMeaning.has(step.op === "node.inside" ? step.operation.op : step.op))
          .reduce(applied, first);
        expect(isSame(compare(first, other))).toBe(semanticHash(first) === semanticHash(other));
      }),
      { numRuns: 200 },
    );
  });

  it("is turned round when the graphs are", () => {
    fc.assert(
      fc.property(graphDocument, graphDocument, (one, other) => {
        const swap = { added: "removed", removed: "added", changed: "changed" } as const;
        const there = Object.entries(compare(one, other).nodes).map(([id, { kind }]) => [id, swap[kind]]);
        expect(Object.entries(compare(other, one).nodes).map(([id, { kind }]) => [id, kind])).toEqual(there);
      }),
    );
  });
});

describe("fieldChanges", () => {
  it.each<[object, object, object[]]>([
    [{ a: [] }, { a: {} }, [{ field: "a", before: [], after: {} }]],
    [{ a: {} }, {}, [{ field: "a", before: {}, after: undefined }]],
    [{ a: null }, { a: 0 }, [{ field: "a", before: null, after: 0 }]],
    [{ a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, []],
  ])("%j and %j", (before, after, expected) => {
    expect(fieldChanges(before, after)).toEqual(expected);
  });
});
