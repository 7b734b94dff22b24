import { describe, expect, it } from "vitest";
import { draw, end, map, node, start, text, trail } from "@/workflows/compile/testing/draw";
import { apply } from "@/workflows/graph/apply";
import type { Channel, Channels } from "@/workflows/graph/channel";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { withoutKeys } from "@/workflows/graph/record";
import { nodeContract } from "@/workflows/testing/node-contract";
import { nodeDefinitions } from "../registry";
import { validateDocument } from "../validate";
import { mapConfig, mapDefinition } from "./definition";
import { collected, entriesOf } from "./entries";
import { labelOf } from "./label";

nodeContract("map");

const anything: Channel = { type: "any", reducer: "replace" };
const inner = (
  inputs: string[],
  channels: Record<string, Channel> = { item: anything, result: anything },
) => ({
  channels,
  nodes: {
    start: start(...inputs),
    set: node("set-state", { assignments: [{ channel: "result", value: "1" }] }),
    end: end("result"),
  },
  edges: ["start > set", "set > end"],
});
const around = (sub: ReturnType<typeof map>, more: Record<string, Channel> = {}) =>
  draw({
    channels: { entries: { type: "array", reducer: "replace" }, results: trail, word: text, ...more },
    nodes: { start: start("entries", "word"), map: sub, end: end("results") },
    edges: ["start > map", "map > end"],
  });
const fresh = (sub: ReturnType<typeof map>) => ({ ...sub, config: withoutKeys(sub.config, ["target"]) });
const errorsOf = (document: ReturnType<typeof around>) =>
  validateDocument(document).filter(({ severity }) => severity === "error");

describe("what is wrong with a map", () => {
  it("is nothing where the list, the entry, the result and the target fit", () => {
    expect(errorsOf(around(map(inner(["item"]), "entries")))).toEqual([]);
  });

  it.each<[string, ReturnType<typeof around>, [string | undefined, RegExp][]]>([
    [
      "a new one, which can be opened all the same",
      around(fresh(map(inner(["item"]), ""))),
      [
        ["list", /Say which list/],
        ["target", /Choose the channel that the results/],
      ],
    ],
    ["a list that is a text", around(map(inner(["item"]), "word")), [["list", /a list is needed/]]],
    ["a list nobody knows", around(map(inner(["item"]), "etnries")), [["list", /Did you mean “entries”/]]],
    [
      "a target that holds a text",
      around(map(inner(["item"]), "entries", { target: "word" })),
      [["target", /writes a list to “word”, which holds a text/]],
    ],
    [
      "an entry that the graph inside does not take",
      around(map(inner([]), "entries")),
      [["item", /fills “item”, which is no input/]],
    ],
    [
      "an entry that goes nowhere",
      around(map(inner([], { result: anything }), "entries")),
      [["item", /has no channel named “item”/]],
    ],
    [
      "a result that is not there",
      around(map(inner(["item"]), "entries", { collect: "answer" })),
      [["collect", /has no channel named “answer”/]],
    ],
    [
      "an index in a channel for texts",
      around(
        map(inner(["item", "place"], { item: anything, result: anything, place: text }), "entries", {
          index: "place",
        }),
      ),
      [["index", /puts a number into “place” inside, which holds a string/]],
    ],
    [
      "an input that nothing fills",
      around(map(inner(["item", "result"]), "entries")),
      [["inputs", /needs “result”, and nothing is mapped/]],
    ],
    [
      "errors written where a text belongs",
      around(map(inner(["item"]), "entries", { onItemError: "note", errors: "word" })),
      [["errors", /writes a list to “word”/]],
    ],
  ])("is said of %s", (_, document, expected) => {
    const found = errorsOf(document);
    expect(found.map(({ path }) => path.field)).toEqual(expected.map(([field]) => field));
    for (const [index, [, message]] of expected.entries()) expect(found[index]?.message).toMatch(message);
  });

  it.each([
    ["an entry that is no input", inner([]), "Let the Start inside take “item”"],
    ["an entry without a channel", inner([], { result: anything }), "Create “item” inside, as an input"],
  ])("is mended inside by what is offered: %s", (_, drawing, label) => {
    const document = around(map(drawing, "entries"));
    const fix = errorsOf(document).find(({ path }) => path.field === "item")?.fix;
    expect(fix?.label).toBe(label);
    const after = fix && apply(document, fix.operation);
    expect(after?.ok && errorsOf(after.value)).toEqual([]);
  });

  it("says nothing of errors that go nowhere, as long as entries that fail are not noted", () => {
    expect(errorsOf(around(map(inner(["item"]), "entries", { errors: "word" })))).toEqual([]);
  });
});

describe("a map's settings", () => {
  const config = (more: JsonObject) =>
    mapConfig.parse({ graph: nodeDefinitions.map.initial.graph ?? {}, ...more });

  it("have defaults for all but what only people know", () => {
    expect(config({})).toMatchObject({ list: "", places: 10, onItemError: "fail", most: 1_000 });
  });

  it.each<[string, JsonObject]>([
    ["each entry of a list", {}],
    ["each of topics · 3 at once", { list: "topics", places: 3 }],
  ])("are told on the card: %s", (line, more) => {
    expect(mapDefinition.describe(config(more))).toBe(line);
  });
});

describe("the entries", () => {
  it("are those of the list", () => {
    expect(entriesOf("a", [1, "b", null], 3)).toEqual([1, "b", null]);
    expect(entriesOf("a", [], 1)).toEqual([]);
  });

  it.each<[Json, string]>([
    [null, "“a.b” gives nothing, and a list is needed."],
    [true, "“a.b” gives true, and a list is needed."],
    ["x", "“a.b” gives a text, and a list is needed."],
    [{ length: 2 }, "“a.b” gives an object, and a list is needed."],
    [[1, 2], "“a.b” gives 2 entries; this node takes up to 1."],
  ])("are refused: %j", (value, message) => {
    expect(() => entriesOf("a.b", value, 1)).toThrow(
      expect.objectContaining({ code: "invalid_input", message }),
    );
  });

  it.each<[Json, string]>([
    ["  Two\n words ", "Two words"],
    ["x".repeat(80), `${"x".repeat(59)}…`],
    [7, "7"],
    [false, "false"],
    [{ id: 3, title: "T" }, "T"],
    [{ id: 3 }, "3"],
    [{ name: { first: "Ada" }, email: "ada@home.test" }, "ada@home.test"],
    [{ toString: "x" }, ""],
    [["a"], ""],
    [null, ""],
  ])("are named after themselves: %j", (entry, label) => {
    expect(labelOf(entry)).toBe(label);
  });
});

describe("what is collected", () => {
  const ends = [
    { index: 0, value: "a" },
    { index: 1, problem: { message: "No." } },
    { index: 2, value: null },
  ];
  const noted = { index: 1, error: "No." };
  it.each<[Parameters<typeof collected>[0], Record<string, Json>]>([
    [{ target: "t", onItemError: "skip" }, { t: ["a", null] }],
    [{ target: "t", errors: "e", onItemError: "skip" }, { t: ["a", null] }],
    [{ target: "t", onItemError: "note" }, { t: ["a", noted, null] }],
    [
      { target: "t", errors: "e", onItemError: "note" },
      { t: ["a", null], e: [noted] },
    ],
    [{ onItemError: "note", errors: "e" }, { e: [noted] }],
    [{ onItemError: "fail" }, {}],
  ])("goes where it should: %j", (destination, update) => {
    expect(collected(destination, ends)).toEqual(update);
  });
});

it("shares no channels with what its settings leave out", () => {
  const channels: Channels = { item: anything };
  expect(
    mapDefinition.subgraph?.(mapConfig.parse({ graph: draw({ channels, nodes: {}, edges: [] }) })),
  ).toMatchObject({
    repeats: true,
    inputs: [],
    outputs: [],
    fills: [],
    takes: [],
  });
});
