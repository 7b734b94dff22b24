import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataClasses, maySee } from "@/workflows/catalogue/data-class";
import type { Ability } from "@/workflows/catalogue/facts";
import { isIn } from "@/workflows/catalogue/region";
import { type SlotRule, slotRuleSchema } from "./registry";
import { routeSlot } from "./route";
import type { Candidate, RoutedCall } from "./rule-kind";
import { weighted } from "./weights";

const abilities: readonly Ability[] = ["tools", "json", "images", "files", "reasoning"];
const price = fc.option(fc.integer({ min: 0, max: 50_000_000 }));
const flag = fc.constantFrom(true, false, undefined);
const facts = fc.record({
  tools: flag,
  json: flag,
  images: flag,
  files: flag,
  reasoning: flag,
  contextTokens: fc.option(fc.integer({ min: 1_000, max: 1_000_000 }), { nil: undefined }),
  dataClass: fc.option(fc.constantFrom(...dataClasses), { nil: undefined }),
  region: fc.constantFrom("eu", "eu-west-1", "us", "ch", undefined),
});
const candidate = fc.record({
  facts,
  weight: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
  inputPrice: price,
  outputPrice: price,
  latencyMs: fc.option(fc.nat(60_000)),
});
const models = fc
  .array(candidate, { minLength: 1, maxLength: 6 })
  .map((list) =>
    list.map((each, index): Candidate => ({ ...each, reference: `c/${index}`, name: `m${index}` })),
  );
const call: fc.Arbitrary<RoutedCall> = fc.record(
  {
    needs: fc.subarray([...abilities]),
    lot: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    promptTokens: fc.nat(500_000),
    answerTokens: fc.nat(10_000),
  },
  { requiredKeys: ["needs", "lot"] },
);
const rule: fc.Arbitrary<SlotRule> = fc.oneof(
  fc.constantFrom<SlotRule>({ kind: "cost" }, { kind: "latency" }, { kind: "context" }),
  fc.constantFrom(...dataClasses).map((dataClass): SlotRule => ({ kind: "data-class", dataClass })),
  fc.constantFrom<SlotRule>({ kind: "region", regions: ["eu"] }, { kind: "region", regions: ["us", "ch"] }),
  fc.double({ min: 0, max: 1, noNaN: true }).map((below): SlotRule => ({ kind: "escalate", below })),
);
const rules = fc.array(rule, { maxLength: 5 });
const used = (list: readonly Candidate[], references: readonly string[]) =>
  references.flatMap((reference) => list.filter((each) => each.reference === reference));

describe("whatever models, rules and call", () => {
  it("each model is asked once at most, and is either asked or left out with a reason", () => {
    fc.assert(
      fc.property(models, rules, call, (list, wanted, given) => {
        const { references, left, because } = routeSlot(list, wanted, given);
        expect(new Set(references).size).toBe(references.length);
        const gone = new Set(left.map(({ name }) => name));
        for (const { reference, name } of list) {
          expect(references.includes(reference) || gone.has(name)).toBe(true);
        }
        for (const { why } of left) expect(why).toMatch(/^[a-z].{5,}$/);
        expect(because).toMatch(/\S/);
      }),
    );
  });

  it("no model is asked that may not be: for its data, its region or what it cannot do", () => {
    fc.assert(
      fc.property(models, rules, call, (list, wanted, given) => {
        for (const { facts: known } of used(list, routeSlot(list, wanted, given).references)) {
          for (const need of given.needs) expect(known[need]).not.toBe(false);
          for (const each of wanted) {
            const allowed =
              each.kind === "data-class"
                ? maySee(known.dataClass, each.dataClass)
                : each.kind !== "region" || isIn(known.region, each.regions);
            expect(allowed).toBe(true);
          }
        }
      }),
    );
  });

  it("a rule that only sorts leaves nobody out", () => {
    fc.assert(
      fc.property(
        models,
        fc.constantFrom<SlotRule>({ kind: "cost" }, { kind: "latency" }),
        call,
        (list, sorts, given) => {
          const free = { ...given, needs: [] };
          expect(routeSlot(list, [sorts], free).references.toSorted()).toEqual(
            list.map(({ reference }) => reference),
          );
        },
      ),
    );
  });

  it("the cheapest comes first, and those without a price last", () => {
    fc.assert(
      fc.property(models, call, (list, given) => {
        const plain = list.map(({ weight: _, ...rest }) => rest);
        const sorted = used(plain, routeSlot(plain, [{ kind: "cost" }], { ...given, needs: [] }).references);
        const { promptTokens = 1_000, answerTokens = 500 } = given;
        const costs = sorted.map(({ inputPrice, outputPrice }) =>
          inputPrice === null || outputPrice === null
            ? Number.POSITIVE_INFINITY
            : inputPrice * promptTokens + outputPrice * answerTokens,
        );
        expect(costs).toEqual(costs.toSorted((a, b) => (a === b ? 0 : a - b)));
      }),
    );
  });

  it("a prompt too long for all goes to the one that takes most", () => {
    fc.assert(
      fc.property(models, (list) => {
        const small = list.map((each) => ({
          ...each,
          facts: { contextTokens: each.facts.contextTokens ?? 5_000 },
        }));
        const given = { needs: [], lot: 0, promptTokens: 2_000_000 };
        const [asked, ...others] = used(small, routeSlot(small, [{ kind: "context" }], given).references);
        expect(others).toEqual([]);
        expect(asked?.facts.contextTokens).toBe(
          Math.max(...small.map(({ facts: { contextTokens } }) => contextTokens)),
        );
      }),
    );
  });
});

describe("weights", () => {
  it("draw each model as often as its share of all says", () => {
    fc.assert(
      fc.property(models, (list) => {
        const total = list.reduce((sum, { weight = 0 }) => sum + weight, 0);
        fc.pre(total > 0);
        // Every lot once, in the middle of its part.
        const firsts = Array.from(
          { length: total },
          (_, lot) => weighted(list, (lot + 0.5) / total).models[0]?.name,
        );
        for (const { name, weight = 0 } of list)
          expect(firsts.filter((each) => each === name)).toHaveLength(weight);
      }),
    );
  });

  it("move one to the front, and leave the others in their order", () => {
    fc.assert(
      fc.property(models, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (list, lot) => {
        const [first, ...rest] = weighted(list, lot).models;
        expect(rest).toEqual(list.filter((each) => each !== first));
      }),
    );
  });
});

it("a rule is read back as it was stored, and nothing else is one", () => {
  fc.assert(
    fc.property(rule, (each) => {
      expect(slotRuleSchema.parse(JSON.parse(JSON.stringify(each)))).toEqual(each);
    }),
  );
  for (const odd of [
    { kind: "luck" },
    { kind: "escalate", below: 2 },
    { kind: "region", regions: [] },
    { kind: "data-class" },
  ]) {
    expect(slotRuleSchema.safeParse(odd).success).toBe(false);
  }
});
