import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { validateDocument } from "@/workflows/nodes/validate";
import { apply } from "./apply";
import { semanticHash } from "./canonical";
import { emptyDocument } from "./document";
import { migrateDocument, migrateNodes } from "./migrate";
import { loadDocument, parseDocument } from "./parse-document";
import { withoutKeys } from "./record";
import { edge, graphDocument, json } from "./testing/arbitraries";
import { testDefinitions } from "./testing/definitions";
import { sketch } from "./testing/sketch";
import { validate } from "./validate/validate";

const document = sketch({ nodes: { a: { size: 1 } }, edges: "start > a; a > end" });
const changed = (edit: (copy: Record<string, Record<string, Record<string, unknown>>>) => void): unknown => {
  const copy = JSON.parse(JSON.stringify(document));
  edit(copy);
  return copy;
};
/** Only JSON text can hold the name as a key of its own. */
const withPrototypeChannel: unknown = JSON.parse(
  JSON.stringify(document).replace(
    '"channels":{}',
    '"channels":{"__proto__":{"type":"any","reducer":"max"}}',
  ),
);
const nested = (depth: number) => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);

describe("parseDocument", () => {
  it("takes what it wrote", () => {
    expect(parseDocument(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, value: document });
  });

  it.each<[string, unknown, object, RegExp]>([
    ["no object", 7, {}, /not a graph/],
    ["null", null, {}, /not a graph/],
    ["a list", [], {}, /not a graph/],
    ["no format", {}, {}, /its format should be “signalbox.graph\/1”/],
    ["a later format", { format: "signalbox.graph/2" }, {}, /newer version of Signalbox/],
    ["another format", { format: "drawing" }, {}, /“drawing” is not known/],
    ["missing parts", { format: "signalbox.graph/1" }, {}, /At settings/],
    [
      "a bad title",
      changed((d) => Object.assign(d.nodes?.a ?? {}, { title: 5 })),
      { nodeId: "a", field: "title" },
      /At nodes\.a\.title/,
    ],
    [
      "a bad config",
      changed((d) => Object.assign(d.nodes?.a ?? {}, { config: 5 })),
      { nodeId: "a" },
      /At nodes\.a\.config/,
    ],
    [
      "an unknown part",
      changed((d) => Object.assign(d.nodes?.a ?? {}, { color: "red" })),
      { nodeId: "a" },
      /color/,
    ],
    [
      "a bad id",
      changed((d) => Object.assign(d.nodes ?? {}, { "A b": {} })),
      { nodeId: "A b" },
      /At nodes\.A b/,
    ],
    [
      "a bad cap",
      changed((d) => Object.assign(d.edges?.e1 ?? {}, { cap: 0 })),
      { edgeId: "e1", field: "cap" },
      /At edges\.e1\.cap/,
    ],
    [
      "a bad channel",
      changed((d) => Object.assign(d.channels ?? {}, { x: { type: "text" } })),
      { channel: "x" },
      /At channels\.x/,
    ],
    ...["constructor", "toString", "valueOf", "hasOwnProperty"].map(
      (name): [string, unknown, object, RegExp] => [
        `a channel named like a part of every object: ${name}`,
        changed((d) => Object.assign(d.channels ?? {}, { [name]: { type: "string", reducer: "replace" } })),
        { channel: name },
        new RegExp(`At channels\\.${name}: “${name}” has a meaning in JavaScript; choose another name\\.$`),
      ],
    ),
    [
      "a channel with a capital letter",
      changed((d) => Object.assign(d.channels ?? {}, { Total: { type: "number", reducer: "add" } })),
      { channel: "Total" },
      /At channels\.Total: Start with a small letter/,
    ],
    ["a channel named __proto__", withPrototypeChannel, { channel: "__proto__" }, /At channels\.__proto__/],
    ["too deep", nested(5_000), {}, /levels deep/],
  ])("refuses %s", (_, input, path, message) => {
    const result = parseDocument(input);
    const problems = result.ok ? [] : result.problem;
    expect(problems[0]).toMatchObject({
      code: "document_malformed",
      severity: "error",
      path,
      message: expect.stringMatching(message),
    });
  });

  it("gives every node a place, and places only to nodes", () => {
    const loose = changed((d) =>
      Object.assign(d.layout ?? {}, { nodes: { ghost: { x: 1, y: 1 }, a: { x: 5, y: 6 } } }),
    );
    const result = parseDocument(loose);
    expect(result.ok && Object.keys(result.value.layout.nodes).sort()).toEqual(["a", "end", "start"]);
    expect(result.ok && result.value.layout.nodes.a).toEqual({ x: 5, y: 6 });
  });

  it("accepts or refuses any JSON, and validation never throws", () => {
    const near = fc
      .tuple(graphDocument, fc.array(fc.tuple(fc.nat(), json), { maxLength: 3 }))
      .map(([first, damage]) => damage.reduce(damaged, JSON.parse(JSON.stringify(first))));
    fc.assert(
      fc.property(fc.oneof(json, near), (input) => {
        const result = parseDocument(input);
        const issues = result.ok
          ? [...validateDocument(result.value), ...validate(result.value, testDefinitions)]
          : result.problem;
        expect(issues.every(({ message }) => message.length > 5)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it("validates what never went through the parser, too: edges without ends, places without nodes", () => {
    const loose = fc
      .tuple(graphDocument, fc.subarray(["start", "end", "a", "b", "c"]), fc.dictionary(fc.string(), edge))
      .map(([document, gone, edges]) => ({
        ...document,
        nodes: withoutKeys(document.nodes, gone),
        edges: { ...document.edges, ...edges },
        pins: { ...document.pins, nowhere: { port: "out", update: {} } },
      }));
    fc.assert(
      fc.property(loose, (document) => {
        for (const issues of [validateDocument(document), validate(document, testDefinitions)]) {
          for (const { fix } of issues) expect(fix ? apply(document, fix.operation).ok : true).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it("finds something wrong with every document that lacks a start", () => {
    expect(validateDocument(emptyDocument()).map(({ code }) => code)).toEqual(["no_start", "no_end"]);
  });
});

describe("migrateDocument", () => {
  const steps = {
    "signalbox.graph/0": (old: Record<string, unknown>) => ({
      ...old,
      format: "signalbox.graph/1",
      lifted: true,
    }),
    "signalbox.graph/-1": (old: Record<string, unknown>) => ({ ...old, format: "signalbox.graph/0" }),
    circle: (old: Record<string, unknown>) => ({ ...old, format: "circle" }),
  };

  it("goes step by step to the present format", () => {
    expect(migrateDocument({ format: "signalbox.graph/-1", a: 1 }, steps)).toEqual({
      ok: true,
      value: { format: "signalbox.graph/1", a: 1, lifted: true },
    });
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.oneof(graphDocument, json), (input) => {
        const once = migrateDocument(input, steps);
        const twice = once.ok ? migrateDocument(once.value, steps) : once;
        expect(twice).toEqual(once);
      }),
    );
  });

  it.each([["circle"], ["toString"]])("ends at a format that leads nowhere: %s", (format) => {
    expect(migrateDocument({ format }, steps).ok).toBe(false);
  });
});

describe("parts that came later", () => {
  it("are empty in an older document, which means what it meant", () => {
    const { pins: _, ...older } = document;
    const parsed = parseDocument({ ...older, layout: { nodes: document.layout.nodes } });
    expect(parsed).toEqual({ ok: true, value: document });
    expect(parsed.ok && semanticHash(parsed.value)).toBe(semanticHash(document));
  });

  it("lose what is about nodes that are not there, and nodes that are in two groups", () => {
    const group = (...nodes: string[]) => ({ title: "", color: "slate", nodes });
    const pin = { port: "out", update: {} };
    const groups = { h: group("a", "end"), g: group("a", "gone", "a"), i: group("gone"), j: group("end") };
    const parsed = parseDocument({
      ...document,
      layout: { ...document.layout, groups },
      pins: { a: pin, gone: pin },
    });
    expect(parsed.ok && [parsed.value.layout.groups, parsed.value.pins]).toEqual([
      { g: group("a"), h: group("end") },
      { a: pin },
    ]);
  });

  it.each([
    [
      "a colour that is none",
      { layout: { nodes: {}, groups: { g: { title: "", color: "pink", nodes: [] } } } },
    ],
    [
      "a note that is larger than any screen",
      {
        layout: { nodes: {}, stickies: { s: { text: "", x: 0, y: 0, width: 1e9, height: 1, color: "red" } } },
      },
    ],
    ["a pin without a port", { pins: { a: { update: {} } } }],
    ["a node that is disabled: false", { nodes: { a: { ...document.nodes.a, disabled: false } } }],
  ])("are refused where they are wrong: %s", (_, part) => {
    expect(parseDocument({ ...document, ...part }).ok).toBe(false);
  });
});

describe("loadDocument", () => {
  it("lifts configs to the present version of their type", () => {
    const old = changed((d) => Object.assign(d.nodes?.a ?? {}, { typeVersion: 1, config: { channel: "x" } }));
    const result = loadDocument(old, testDefinitions);
    expect(result.ok && result.value.nodes.a).toMatchObject({
      typeVersion: 2,
      config: { writes: [{ channel: "x" }] },
    });
  });

  it("changes nothing the second time, and shares what is current", () => {
    fc.assert(
      fc.property(graphDocument, (first) => {
        const once = migrateNodes(first, nodeDefinitions);
        expect(migrateNodes(once, nodeDefinitions)).toBe(once);
      }),
    );
    expect(migrateNodes(document, testDefinitions)).toBe(document);
  });

  it("hands problems through", () => {
    expect(loadDocument(3, testDefinitions).ok).toBe(false);
  });
});

/** Puts a foreign value somewhere into a JSON tree. */
function damaged(tree: unknown, [seed, value]: [number, unknown]): unknown {
  if (typeof tree !== "object" || tree === null || seed === 0) return value;
  const keys = Object.keys(tree);
  const key = keys[seed % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const inner = damaged(Reflect.get(tree, key), [Math.floor(seed / 3), value]);
  return Array.isArray(tree)
    ? tree.map((item, index) => (String(index) === key ? inner : item))
    : { ...tree, [key]: inner };
}
