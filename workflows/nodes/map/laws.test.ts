import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { fakeContext } from "@/workflows/testing/fake-context";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { runNode } from "@/workflows/testing/run-node";
import type { EachOptions, ItemEnd } from "../execute";
import { mapConfig, mapDefinition } from "./definition";
import { collected, entriesOf } from "./entries";
import { sampleGraph } from "./graphs";
import { labelOf } from "./label";

const json = fc
  .jsonValue({ maxDepth: 2 })
  .map((value): Json => jsonSchema.parse(JSON.parse(JSON.stringify(value))));
const onItemError = fc.constantFrom("fail" as const, "skip" as const, "note" as const);
const ends = fc
  .array(fc.option(json, { nil: undefined }), { maxLength: 12 })
  .map((all) =>
    all.map((value, index) =>
      value === undefined ? { index, problem: { message: `No ${index}.` } } : { index, value },
    ),
  );
const listIn = (update: Record<string, Json>, name: string): Json[] => {
  const found = update[name];
  return Array.isArray(found) ? found : [];
};

describe("what the entries came to", () => {
  it("stands in the order of the entries, and none is lost or made up", () => {
    fc.assert(
      fc.property(ends, onItemError, fc.boolean(), (all, how, apart) => {
        const update = collected({ target: "t", onItemError: how, ...(apart && { errors: "e" }) }, all);
        const fine = all.flatMap((end) => ("value" in end ? [end.value] : []));
        const bad = all.flatMap((end) =>
          "problem" in end ? [{ index: end.index, error: `No ${end.index}.` }] : [],
        );
        const both = all.map((end) =>
          "value" in end ? end.value : { index: end.index, error: `No ${end.index}.` },
        );
        expect(listIn(update, "t")).toEqual(how === "note" && !apart ? both : fine);
        expect(update.e).toEqual(how === "note" && apart ? bad : undefined);
      }),
    );
  });

  it("goes nowhere without a channel", () => {
    expect(collected({ onItemError: "skip" }, [{ index: 0, value: 1 }])).toEqual({});
  });
});

describe("the entries", () => {
  it.each(hostileValues.filter(([, value]) => Array.isArray(value)))(
    "are those of a list: %s",
    (_, value) => {
      expect(entriesOf("x", value, 10)).toBe(value);
    },
  );

  it.each(hostileValues.filter(([, value]) => !Array.isArray(value)))(
    "are not there, and what came is said: %s",
    (_, value) => {
      expect(() => entriesOf("x", value, 10)).toThrow(
        expect.objectContaining({
          code: "invalid_input",
          message: expect.stringMatching(/^“x” gives .{1,40}, and a list is needed\.$/),
        }),
      );
    },
  );

  it("are as many as are allowed, and not one more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 30 }), (length, most) => {
        const list = Array.from({ length }, (_, at) => at);
        const over = Array.from({ length: most + 1 }, () => 0);
        expect(() => entriesOf("x", over, most)).toThrow(`this node takes up to ${most}`);
        expect(entriesOf("x", list, length + most)).toEqual(list);
      }),
    );
  });

  it("have a short label in one line, whatever they are", () => {
    fc.assert(
      fc.property(fc.oneof(json, fc.string({ maxLength: 200 })), (entry) => {
        const label = labelOf(entry);
        expect(label.length).toBeLessThanOrEqual(60);
        expect(label).not.toMatch(/[\n\r\t]/);
      }),
    );
  });
});

describe("a visit", () => {
  const config = {
    list: "names",
    graph: jsonSchema.parse(JSON.parse(JSON.stringify(sampleGraph))),
    item: "name",
    index: "place",
    inputs: [{ from: "greeting", to: "greeting" }],
    collect: "line",
    target: "lines",
  };

  async function given(state: Record<string, unknown>, more: object = {}) {
    const asked: EachOptions[] = [];
    const runEach = async (each: EachOptions): Promise<ItemEnd[]> => {
      asked.push(each);
      return each.items.map((_, index) => ({ index, value: index }));
    };
    const result = await runNode("map", { ...config, ...more }, state, {}, { ...fakeContext(), runEach });
    return { each: asked[0], result };
  }

  it("gives every entry itself, its place, and what all of them share", async () => {
    const { each, result } = await given({ names: ["Ada", "Grace"], greeting: "Hello" });
    expect(each?.items).toEqual([
      { label: "Ada", given: { greeting: "Hello", place: 0, name: "Ada" } },
      { label: "Grace", given: { greeting: "Hello", place: 1, name: "Grace" } },
    ]);
    expect(result).toEqual({ update: { lines: [0, 1] } });
  });

  it("gives the same entries when it runs again behind a pause", async () => {
    const state = { names: ["Ada"], greeting: "Hello" };
    expect((await given(state)).each).toEqual((await given(state)).each);
  });

  it.each([
    ["fail", false],
    ["skip", true],
    ["note", true],
  ])("lets the others run on where one fails by its setting: %s", async (how, keepsGoing) => {
    expect((await given({ names: [1] }, { onItemError: how, places: 3 })).each).toMatchObject({
      keepsGoing,
      places: 3,
    });
  });

  it("of an empty list runs nothing and writes an empty one", async () => {
    const { each, result } = await given({ names: [] });
    expect([each?.items, result.update]).toEqual([[], { lines: [] }]);
  });

  it("leaves what it shares out where the channel holds nothing and the one inside has no default", async () => {
    expect((await given({ names: ["Ada"] })).each?.items).toEqual([
      { label: "Ada", given: { place: 0, name: "Ada" } },
    ]);
  });
});

describe("what people type", () => {
  const graph = mapDefinition.initial.graph;

  it.each<[object, string]>([
    [{ places: 1.5 }, "places"],
    [{ most: 0 }, "most"],
    [{ list: "x".repeat(10_001) }, "list"],
    [{ target: "Not one" }, "target"],
    [
      {
        inputs: [
          { from: "a", to: "x" },
          { from: "b", to: "x" },
        ],
      },
      "inputs",
    ],
    [{ inputs: [{ from: "A", to: "x" }] }, "inputs.0.from"],
    [{ collect: 1 }, "collect"],
  ])("%.80j is refused at its field", (more, field) => {
    const found = mapConfig.safeParse({ graph, ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it.each([[null], [{}], ["graph"], [{ nodes: {} }], [[]]])(
    "a graph that is none is refused: %j",
    (wrong) => {
      const found = mapConfig.safeParse({ graph: wrong });
      expect(new Set(found.error?.issues.map(({ path }) => path[0]))).toEqual(new Set(["graph"]));
    },
  );
});
