import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Facts } from "@/workflows/catalogue/facts";
import { type SlotRule, slotRuleSchema, slotRules } from "./registry";
import { routeSlot } from "./route";
import type { Candidate, RoutedCall } from "./rule-kind";

function model(name: string, facts: Facts = {}, more: Partial<Candidate> = {}): Candidate {
  const unknown = { inputPrice: null, outputPrice: null, latencyMs: null };
  return { reference: `x/${name}`, name, facts, ...unknown, ...more };
}
const call: RoutedCall = { needs: [], lot: 0.7 };
const priced = (input: number, output: number) => ({ inputPrice: input, outputPrice: output });
const names = (references: readonly string[]) => references.map((each) => each.slice(2));

describe("weights", () => {
  const [a, b, c] = [model("a"), model("b"), model("c")];
  test.each<[string, Candidate[], number, string, string]>([
    ["one alone", [a], 0.7, "a", "its only model"],
    ["as they stand", [b, a], 0.7, "b a", "the first of 2"],
    [
      "the first by lot",
      [
        { ...a, weight: 3 },
        { ...b, weight: 1 },
      ],
      0.74,
      "a b",
      "drawn with a weight of 3 in 4",
    ],
    [
      "the second by lot",
      [
        { ...a, weight: 3 },
        { ...b, weight: 1 },
      ],
      0.75,
      "b a",
      "drawn with a weight of 1 in 4",
    ],
    ["none without a weight", [a, { ...b, weight: 1 }, c], 0, "b a c", "drawn with a weight of 1 in 1"],
  ])("%s", (_, models, lot, order, because) => {
    const route = routeSlot(models, [], { ...call, lot });
    expect({ order: names(route.references).join(" "), because: route.because }).toEqual({ order, because });
  });
});

const large = model(
  "large",
  { contextTokens: 200_000, dataClass: "confidential", region: "eu-west-1" },
  priced(3e6, 15e6),
);
const small = model("small", { contextTokens: 8_000, dataClass: "internal", region: "us" }, priced(1e5, 4e5));
const free = model("free", { images: false }, { latencyMs: 900 });

describe("rules", () => {
  test.each<[string, SlotRule[], Partial<RoutedCall>, Candidate[], string, string, string[]]>([
    [
      "cheapest first, unknown prices last",
      [{ kind: "cost" }],
      {},
      [free, large, small],
      "small large free",
      "the cheapest of 3, at about $0.00030",
      [],
    ],
    [
      "by the call's own size",
      [{ kind: "cost" }],
      { promptTokens: 0, answerTokens: 100_000 },
      [model("in", {}, priced(0, 2e6)), model("out", {}, priced(9e6, 1e6))],
      "out in",
      "the cheapest of 2, at about $0.10",
      [],
    ],
    [
      "free is cheaper than cheap",
      [{ kind: "cost" }],
      {},
      [small, model("none", {}, priced(0, 0))],
      "none small",
      "the cheapest of 2, at about $0",
      [],
    ],
    ["no price at all", [{ kind: "cost" }], {}, [free, model("b")], "free b", "the first of 2", []],
    [
      "fastest first",
      [{ kind: "latency" }],
      {},
      [model("slow", {}, { latencyMs: 1_000 }), large, free],
      "free slow large",
      "the fastest of 3, with a median of 900 ms",
      [],
    ],
    [
      "one that was not measured in its turn",
      [{ kind: "latency" }],
      { lot: 0.04 },
      [free, large, small],
      "large free small",
      "to measure how fast it is",
      [],
    ],
    [
      "nobody measured",
      [{ kind: "latency" }],
      { lot: 0.01 },
      [large, small],
      "large small",
      "the first of 2",
      [],
    ],
    [
      "too long for one",
      [{ kind: "context" }],
      { promptTokens: 7_500, answerTokens: 1_000 },
      [small, large],
      "large",
      "the only one that is left",
      ["small takes 8000 tokens, and about 8500 are needed"],
    ],
    [
      "just long enough",
      [{ kind: "context" }],
      { promptTokens: 8_000 },
      [small, large],
      "small large",
      "the first of 2",
      [],
    ],
    ["a length nobody knows", [{ kind: "context" }], {}, [small, large], "small large", "the first of 2", []],
    [
      "too long for all",
      [{ kind: "context" }],
      { promptTokens: 900_000 },
      [small, large],
      "large",
      "the one with the largest context, which may be too small for about 900000 tokens",
      ["small takes 8000 tokens, and about 900000 are needed"],
    ],
    [
      "cleared",
      [{ kind: "data-class", dataClass: "confidential" }],
      {},
      [small, free, large],
      "large",
      "the only one that is left",
      ["small is not cleared for confidential data", "free is not cleared for confidential data"],
    ],
    [
      "in a region",
      [{ kind: "region", regions: ["eu", "ch"] }],
      {},
      [small, free, large],
      "large",
      "the only one that is left",
      ["small runs in us, not in eu or ch", "free runs nobody knows where, not in eu or ch"],
    ],
    [
      "cannot see",
      [{ kind: "cost" }],
      { needs: ["images"] },
      [free, large],
      "large",
      "the only one that is left",
      ["free takes no images"],
    ],
    [
      "what nobody denies is tried",
      [],
      { needs: ["tools"] },
      [small, large],
      "small large",
      "the first of 2",
      [],
    ],
    [
      "the last that orders says why",
      [{ kind: "cost" }, { kind: "latency" }],
      {},
      [small, free],
      "free small",
      "the fastest of 2, with a median of 900 ms",
      [],
    ],
    [
      "none is left",
      [{ kind: "region", regions: ["ch"] }],
      {},
      [small],
      "",
      "its only model",
      ["small runs in us, not in ch"],
    ],
  ])("%s", (_, rules, more, models, order, because, left) => {
    const route = routeSlot(models, rules, { ...call, ...more });
    expect({
      order: names(route.references).join(" "),
      because: route.because,
      left: route.left.map(({ name, why }) => `${name} ${why}`),
    }).toEqual({ order, because, left });
  });

  it("escalates only where a rule says so", () => {
    expect(routeSlot([small], [], call).escalate).toBeUndefined();
    expect(routeSlot([small], [{ kind: "escalate" }], call).escalate).toEqual({});
    expect(routeSlot([small], [{ kind: "escalate", below: 0.7 }], call).escalate).toEqual({ below: 0.7 });
  });

  it.each(Object.entries(slotRules))("%s has words for people", (_, { title, summary }) => {
    expect(title.length).toBeLessThan(40);
    expect(summary).toMatch(/\.$/);
  });

  it.each([
    { kind: "nearest" },
    { kind: "region", regions: [] },
    { kind: "region", regions: ["EU"] },
    { kind: "data-class" },
    { kind: "escalate", below: 2 },
    { kind: "cost", extra: 1 },
  ])("refuses %j", (rule) => {
    expect(slotRuleSchema.safeParse(rule).success).toBe(false);
  });
});

const anyModel = fc.record({
  name: fc.string({ minLength: 1 }),
  facts: fc.record({
    contextTokens: fc.option(fc.nat(), { nil: undefined }),
    region: fc.constantFrom(undefined, "eu", "us"),
  }),
  weight: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  inputPrice: fc.option(fc.nat(), { nil: null }),
  outputPrice: fc.option(fc.nat(), { nil: null }),
  latencyMs: fc.option(fc.nat(), { nil: null }),
});
const anyRule = fc.constantFrom<SlotRule>(
  { kind: "cost" },
  { kind: "latency" },
  { kind: "context" },
  { kind: "region", regions: ["eu"] },
  { kind: "data-class", dataClass: "internal" },
  { kind: "escalate", below: 0.5 },
);

it("loses no model without a word and asks none twice, whatever the rules", () => {
  fc.assert(
    fc.property(
      fc.array(anyModel, { maxLength: 6 }),
      fc.array(anyRule, { maxLength: 4 }),
      fc.option(fc.nat(), { nil: undefined }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (given, rules, promptTokens, lot) => {
        const models = given.map((each, at) => ({ ...each, name: `m${at}`, reference: `x/m${at}` }));
        const { references, left } = routeSlot(models, rules, { needs: [], promptTokens, lot });
        const told = [...names(references), ...left.map(({ name }) => name)];
        expect(told.toSorted()).toEqual(models.map(({ name }) => name).toSorted());
      },
    ),
  );
});
