import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { principals } from "@/workflows/graph/principal";
import { dataClasses, maySee, stricter } from "./data-class";
import { demandsOf } from "./data-rules";
import { factNames, factSources, mergeFacts } from "./facts";
import { refusalOf } from "./refusal";
import { isIn } from "./region";

const dataClass = fc.constantFrom(...dataClasses, undefined);
const region = fc.constantFrom("eu", "eu-west-1", "europe", "us", undefined);
const rules = fc.record(
  {
    dataClass: fc.constantFrom(...dataClasses),
    regions: fc.array(fc.constantFrom("eu", "us", "ch"), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

describe("the class of data", () => {
  it("that is the stricter of two may be seen by nobody who may not see both", () => {
    fc.assert(
      fc.property(dataClass, dataClass, dataClass, (model, a, b) => {
        const both = stricter(a, b);
        expect(both).toBe(stricter(b, a));
        const sees = (data: typeof a) => data === undefined || maySee(model, data);
        expect(sees(both)).toBe(sees(a) && sees(b));
      }),
    );
  });
});

describe("what several ask of a model", () => {
  it("is met where what each of them asks is met, and not otherwise", () => {
    const facts = fc.record({ dataClass, region }).map((each) => JSON.parse(JSON.stringify(each)));
    fc.assert(
      fc.property(fc.array(rules, { maxLength: 4 }), facts, (list, model) => {
        const alone = list.map((each) => refusalOf(model, { demands: demandsOf([each]) }) === undefined);
        const together = refusalOf(model, { demands: demandsOf(list) });
        expect(together === undefined).toBe(alone.every(Boolean));
        expect(together ?? "is allowed").toMatch(/^(is|may|runs) /);
      }),
    );
  });

  it("is not met by a model that is kept to others, whoever asks", () => {
    fc.assert(
      fc.property(
        fc.subarray([...principals], { minLength: 1 }),
        fc.constantFrom(...principals, undefined),
        (usableFor, onBehalfOf) => {
          const refusal = refusalOf({ usableFor }, { onBehalfOf, demands: { regions: [] } });
          expect(refusal === undefined).toBe(onBehalfOf !== undefined && usableFor.includes(onBehalfOf));
        },
      ),
    );
  });

  it("is a place inside a place: what runs in a part runs in the whole, and never the other way round", () => {
    expect(isIn("eu-west-1", ["eu"])).toBe(true);
    expect(isIn("eu", ["eu-west-1"])).toBe(false);
    expect(isIn("europe", ["eu"])).toBe(false);
    expect(isIn(undefined, ["eu"])).toBe(false);
  });
});

it("each fact is what the most trusted of those who know it say, and is known to come from them", () => {
  const facts = fc.record(
    {
      tools: fc.boolean(),
      json: fc.boolean(),
      contextTokens: fc.integer({ min: 1, max: 9 }),
      region: fc.constantFrom("eu", "us"),
    },
    { requiredKeys: [] },
  );
  const said = fc.record(Object.fromEntries(factSources.map((source) => [source, facts])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(said, (given) => {
      const merged = mergeFacts(given);
      for (const name of factNames) {
        const first = factSources.find((source) => given[source] && Object.hasOwn(given[source], name));
        expect(merged.sources[name]).toBe(first);
        expect(merged.facts[name]).toEqual(
          first && Object.entries(given[first] ?? {}).find(([key]) => key === name)?.[1],
        );
      }
    }),
  );
});
