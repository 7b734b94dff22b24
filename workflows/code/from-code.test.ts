import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyGraph } from "@/workflows/compile/testing/random-graph";
import { readableJson } from "@/workflows/graph/canonical";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { json, shuffledKeys } from "@/workflows/graph/testing/arbitraries";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { approval } from "@/workflows/templates/approval";
import { templates } from "@/workflows/templates/registry";
import type { Files } from "./files";
import { fromCode } from "./from-code";
import { toCode } from "./to-code";

const exported = toCode(approval.document, nodeDefinitions, { title: "Approval" }).files;
const clean = { ok: true, value: { document: approval.document, notes: [] } };

/** Any graph that runs, with words and values of every kind in the places where people put them. */
const worded: fc.Arbitrary<GraphDocument> = fc
  .record({
    document: anyGraph,
    title: fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }),
    note: fc.string({ maxLength: 20, unit: "binary" }),
    value: json,
    x: fc.double({ noNaN: true, noDefaultInfinity: true }),
    types: fc.subarray(
      Object.values<NodeDefinition>(nodeDefinitions).filter(({ role }) => role === undefined),
    ),
    off: fc.boolean(),
  })
  .map(({ document, types, off, ...rest }) => ({ ...rest, document: withTypes(document, types, off) }))
  .map(({ document, title, note, value, x }) => ({
    ...document,
    channels: { ...document.channels, more: { type: "any", reducer: "replace", default: value } },
    nodes: Object.fromEntries(
      Object.entries(document.nodes).map(([id, node]) => [id, { ...node, title, note }]),
    ),
    layout: {
      ...document.layout,
      nodes: Object.fromEntries(
        Object.entries(document.layout.nodes).map(([id, place]) => [id, { ...place, x: x + 0 }]),
      ),
    },
  }));

/** With a node of each type, turned off or not, in a group, beside a sticky note. */
function withTypes(document: GraphDocument, types: readonly NodeDefinition[], off: boolean): GraphDocument {
  const added = types.map(
    ({ type, typeVersion, sample }, index): [string, GraphDocument["nodes"][string]] => {
      const config: JsonObject = JSON.parse(JSON.stringify(sample.config));
      const policy = { onError: "port" as const, timeoutMs: 9_000 };
      return [
        `more_${index}`,
        { type, typeVersion, title: type, config, policy, ...(off ? { disabled: true } : {}) },
      ];
    },
  );
  const ids = added.map(([id]) => id);
  return {
    ...document,
    nodes: { ...document.nodes, ...Object.fromEntries(added) },
    layout: {
      nodes: { ...document.layout.nodes, ...Object.fromEntries(ids.map((id) => [id, { x: 1, y: 2 }])) },
      groups: ids.length > 0 ? { g: { title: "More", color: "green", nodes: ids } } : {},
      stickies: { s: { text: "# Why", x: 0.5, y: -3, width: 200, height: 90, color: "amber" } },
    },
  };
}

describe("a graph as code and back", () => {
  it("is the identical document, for any graph that runs", () => {
    fc.assert(
      fc.property(worded, (document) => {
        const back = fromCode(toCode(document, nodeDefinitions).files);
        expect(back).toEqual({ ok: true, value: { document, notes: [] } });
      }),
      { numRuns: 100 },
    );
  });

  it.each(templates.map(({ id, document }) => [id, document] as const))(
    "is the identical document: the template %s",
    (_, document) => {
      const back = fromCode(toCode(document, nodeDefinitions).files);
      expect(back).toEqual({ ok: true, value: { document, notes: [] } });
    },
  );

  it("has no pins: they are for whoever tries the draft", () => {
    const pinned = { ...approval.document, pins: { write: { port: "out", update: { draft: "private" } } } };
    expect(toCode(pinned, nodeDefinitions)).toEqual(toCode(approval.document, nodeDefinitions));
  });

  it("is the same code whatever the order of keys", () => {
    fc.assert(
      fc.property(worded, fc.nat(), (document, seed) => {
        const { nodes, edges, ...rest } = document;
        const turned = { ...rest, nodes: sorted(nodes, seed), edges: sorted(edges, seed) };
        expect(toCode(turned, nodeDefinitions).files["graph.json"]).toBe(
          toCode(document, nodeDefinitions).files["graph.json"],
        );
      }),
      { numRuns: 20 },
    );
  });
});

/** A table with its entries in another order. */
function sorted<Value>(table: Record<string, Value>, seed: number): Record<string, Value> {
  const order = Object.keys(shuffledKeys(table, seed) ?? {});
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

const edited = (path: string, text: string): Files => ({ ...exported, [path]: text });
const without = (path: string): Files =>
  Object.fromEntries(Object.entries(exported).filter(([each]) => each !== path));
const inside = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [folder + path, text]));

describe("code that was edited", () => {
  const renamed = { ...approval.document, settings: { ...approval.document.settings, recursionLimit: 7 } };

  it.each<[string, Files, object[]]>([
    ["nothing", exported, []],
    ["the folder around it", inside("repo-main/agent/", exported), []],
    ["line ends", inside("", crlf(exported)), []],
    ["the order of graph.json", edited("graph.json", JSON.stringify(approval.document)), []],
    ["what surrounds the code", edited("README.md", "Mine"), []],
    [
      "a node",
      edited("src/nodes/write.ts", "export {}"),
      [
        {
          nodeId: "write",
          message: expect.stringMatching(/^src\/nodes\/write\.ts was edited.*not carried over/),
        },
      ],
    ],
    [
      "the graph's wiring",
      edited("src/graph.ts", "export {}"),
      [{ message: expect.stringContaining("src/graph.ts was edited") }],
    ],
    [
      "a file less",
      without("src/nodes/accept.ts"),
      [{ nodeId: "accept", message: "src/nodes/accept.ts is missing." }],
    ],
    [
      "a file more",
      edited("src/nodes/new.ts", ""),
      [{ message: "src/nodes/new.ts is new; it is not carried over." }],
    ],
  ])("is told by its notes: %s", (_, files, notes) => {
    expect(fromCode(files)).toEqual({ ...clean, value: { document: approval.document, notes } });
  });

  it("gives the graph as graph.json has it now, and says so", () => {
    expect(fromCode(edited("graph.json", readableJson(renamed)))).toEqual({
      ok: true,
      value: { document: renamed, notes: [{ message: expect.stringContaining("graph.json was edited") }] },
    });
  });

  it.each<[string, Files, RegExp]>([
    ["nothing at all", {}, /no signalbox\.json/],
    ["another project", { "package.json": "{}", "src/index.ts": "" }, /no signalbox\.json/],
    ["a broken manifest", edited("signalbox.json", "{"), /not as it was exported/],
    ["a manifest of another format", edited("signalbox.json", '{"format": "x"}'), /not as it was exported/],
    ["no graph", without("graph.json"), /no graph\.json/],
    ["a broken graph", edited("graph.json", "{"), /holds no graph/],
    ["a graph of the future", edited("graph.json", '{"format": "signalbox.graph/9"}'), /newer version/],
  ])("is refused where it cannot be read: %s", (_, files, problem) => {
    expect(fromCode(files)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });
});

function crlf(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replaceAll("\n", "\r\n")]),
  );
}
