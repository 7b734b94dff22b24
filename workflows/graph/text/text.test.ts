import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply } from "@/workflows/graph/apply";
import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import { graphAsJson } from "@/workflows/graph/inner-graphs";
import { graphInside } from "@/workflows/graph/inside";
import { operationSchema, type SingleOperation } from "@/workflows/graph/operation";
import { applied, graphDocument } from "@/workflows/graph/testing/arbitraries";
import { testDefinitions } from "@/workflows/graph/testing/definitions";
import { sketch } from "@/workflows/graph/testing/sketch";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { findText } from "./find-text";
import { patternSearch } from "./pattern-search";
import { replaceText } from "./replace-text";
import { plainSearch, type Search, type SearchOptions } from "./search";

const policy = { onError: "fail" as const };
const at = { x: 0, y: 0 };
const steps: SingleOperation[] = [
  { op: "channel.add", name: "cat", channel: { type: "any", reducer: "replace", description: "A cat." } },
  {
    op: "node.add",
    id: "m",
    node: {
      type: "model",
      typeVersion: 1,
      title: "Ask the cat",
      config: { model: "cat/cat", prompt: "Cat? {{ cat }} cat", output: "cat" },
      policy,
      note: "cat",
    },
    position: at,
  },
  {
    op: "node.add",
    id: "b",
    node: {
      type: "branch",
      typeVersion: 1,
      title: "Is it?",
      config: { conditions: [{ id: "cat", label: "Cat", when: "cat == 1" }] },
      policy,
    },
    position: at,
  },
  { op: "group.set", id: "g", group: { title: "cats", color: "red", nodes: ["m"] } },
  { op: "sticky.set", id: "s", sticky: { text: "The cat", ...at, width: 9, height: 9, color: "red" } },
];
const document = steps.reduce(applied, emptyDocument());
type Options = Partial<SearchOptions & { regex: boolean }>;

function searchFor(query: string, { matchCase = false, wholeWord = false, regex = false }: Options): Search {
  const made = (regex ? patternSearch : plainSearch)(query, { matchCase, wholeWord });
  return made.ok ? made.value : () => [];
}

const find = (query: string, options: Options = {}) =>
  findText(document, searchFor(query, options), nodeDefinitions);

describe("findText", () => {
  it("finds words in titles, prompts, expressions, notes, descriptions, groups and stickies", () => {
    expect(
      find("cat").map(({ place, start, match }) => [...Object.values(place).flat(), start, match]),
    ).toEqual([
      ["title", "m", 8, "cat"],
      ["config", "m", "prompt", "prompt", 0, "Cat"],
      ["config", "m", "prompt", "prompt", 8, "cat"],
      ["config", "m", "prompt", "prompt", 15, "cat"],
      ["note", "m", 0, "cat"],
      ["config", "b", "conditions.0.label", "conditions", "0", "label", 0, "Cat"],
      ["config", "b", "conditions.0.when", "conditions", "0", "when", 0, "cat"],
      ["channel", "cat", 2, "cat"],
      ["group", "g", 0, "cat"],
      ["sticky", "s", 4, "cat"],
    ]);
  });

  it("shows what stands around a match", () => {
    expect(find("{{", {})[0]).toMatchObject({ before: "Cat? ", match: "{{", after: " cat }} cat" });
  });

  it.each<[string, Options, number]>([
    ["Cat", { matchCase: true }, 2],
    ["c.t", {}, 0],
    ["c.t", { regex: true }, 10],
    ["^c", { regex: true, matchCase: true }, 3],
    ["(", { regex: true }, 0],
    ["(", {}, 0],
    ["x*", { regex: true }, 0],
    ["", {}, 0],
    ["?", {}, 2],
    ["cat", { wholeWord: true }, 9],
    ["ca", { wholeWord: true }, 0],
    ["c..", { wholeWord: true, regex: true }, 9],
    ["{{", { wholeWord: true }, 1],
  ])("%s with %j: %i", (query, options, count) => {
    expect(find(query, options)).toHaveLength(count);
  });
});

describe("a search", () => {
  const pieces = (query: string, text: string, options: Options = {}) =>
    [...searchFor(query, options)(text)].map(({ start, match }) => [start, match]);

  it("knows words in every script", () => {
    expect(pieces("é", "é été é", { wholeWord: true })).toEqual([
      [0, "é"],
      [6, "é"],
    ]);
    expect(pieces("猫", "𠀋猫 猫", { wholeWord: true })).toEqual([[4, "猫"]]);
    expect(pieces("a-b", "a-bc a-b", { wholeWord: true })).toEqual([[5, "a-b"]]);
  });

  it("counts from the beginning of the text, whatever characters stand before", () => {
    expect(pieces("b+", "😀bb b", { regex: true })).toEqual([
      [2, "bb"],
      [5, "b"],
    ]);
    expect(pieces("😀", "a😀", { matchCase: true })).toEqual([[1, "😀"]]);
  });

  it("ends in time with a pattern that other engines never finish", () => {
    expect(pieces("(a+)+$", `${"a".repeat(20_000)}b`, { regex: true })).toEqual([]);
  });

  it.each(["(", "(?=a)", "a".repeat(1_001)])("says what is wrong with a pattern: %.20s", (query) => {
    expect(patternSearch(query, { matchCase: true, wholeWord: false })).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/regular expression[^`]*$/),
    });
  });

  it("finds the same whether a text is looked for as it stands or as a pattern that quotes it", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3 }), fc.string(), fc.boolean(), (query, text, wholeWord) => {
        const quoted = query.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&");
        const options = { matchCase: true, wholeWord };
        expect(pieces(quoted, text, { ...options, regex: true })).toEqual(pieces(query, text, options));
      }),
    );
  });
});

describe("replaceText", () => {
  const replaced = (query: string, replacement: string, options: Options = {}) =>
    applied(document, replaceText(document, find(query, options), replacement, nodeDefinitions));

  it("replaces every match in one go, and nothing else", () => {
    const after = replaced("cat", "$1 dog");
    expect(after.nodes.m).toMatchObject({
      title: "Ask the $1 dog",
      note: "$1 dog",
      config: { model: "cat/cat", prompt: "$1 dog? {{ $1 dog }} $1 dog", output: "cat" },
    });
    expect(after.nodes.b?.config).toEqual({
      conditions: [{ id: "cat", label: "$1 dog", when: "$1 dog == 1" }],
    });
    expect(after.channels.cat?.description).toBe("A $1 dog.");
    expect([after.layout.groups.g?.title, after.layout.stickies.s?.text]).toEqual(["$1 dogs", "The $1 dog"]);
  });

  it("replaces only the matches that are given, in any order", () => {
    const [, first, , last] = find("cat");
    const chosen = [last, first].flatMap((match) => match ?? []);
    const after = applied(document, replaceText(document, chosen, "", nodeDefinitions));
    expect(after.nodes.m?.config.prompt).toBe("? {{ cat }} ");
  });

  it("leaves out a match that is no longer there", () => {
    const matches = find("cat");
    const typed = applied(document, { op: "node.title", id: "m", title: "Dog" });
    const gone = applied(typed, { op: "node.remove", id: "b" });
    const after = applied(gone, replaceText(gone, matches, "mouse", nodeDefinitions));
    expect([after.nodes.m?.title, after.nodes.m?.note]).toEqual(["Dog", "mouse"]);
  });

  it("leaves a title that would become empty, and cuts one that would become too long", () => {
    expect(replaced("Is it?", " ").nodes.b?.title).toBe("Is it?");
    expect(replaced("Is it?", "x".repeat(200)).nodes.b?.title).toHaveLength(120);
  });

  it("applies to any document", () => {
    fc.assert(
      fc.property(graphDocument, fc.string({ minLength: 1, maxLength: 2 }), (any, query) => {
        const matches = findText(any, searchFor(query, { matchCase: true }), testDefinitions);
        const operation = replaceText(any, matches, "", testDefinitions);
        expect(operationSchema.safeParse(operation).success).toBe(true);
        expect(apply(any, operation).ok).toBe(true);
      }),
    );
  });
});

describe("text inside subgraphs", () => {
  const innermost = sketch({ nodes: { a: { text: "Find me" } }, edges: "start > a; a > end" });
  const holding = (graph: GraphDocument) =>
    sketch({
      nodes: { sub: { graph: graphAsJson(graph) }, b: { text: "me too" } },
      edges: "start > sub; sub > b",
    });
  const document = holding(holding(innermost));

  it("is found with the nodes around it, and replaced there", () => {
    const found = findText(document, searchFor("me", { matchCase: false }), testDefinitions);
    expect(found.map(({ place }) => ("nodeId" in place ? [place.nodeId, place.at] : []))).toEqual([
      ["b", undefined],
      ["b", ["sub"]],
      ["a", ["sub", "sub"]],
    ]);
    const after = applied(document, replaceText(document, found, "you", testDefinitions));
    const text = (address: string | undefined, id: string) =>
      graphInside(after, address, testDefinitions)?.nodes[id]?.config.text;
    expect([text(undefined, "b"), text("sub", "b"), text("sub/sub", "a")]).toEqual([
      "you too",
      "you too",
      "Find you",
    ]);
  });
});
