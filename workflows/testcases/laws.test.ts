import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { json, shuffledKeys } from "@/workflows/graph/testing/arbitraries";
import { readLines, writeLines } from "./case-lines";
import { isGreen } from "./check";
import { type CaseOutcome, checkCase } from "./check-case";
import { comparable } from "./comparable";
import { caseFormat, type Expectation } from "./test-case";
import { valueAt } from "./value-at";

const outcome = (output: Json, more: Partial<CaseOutcome> = {}): CaseOutcome => ({
  output,
  path: [],
  costMicros: 0,
  ...more,
});
const green = (expectation: Expectation, came: CaseOutcome) =>
  isGreen(checkCase({ expect: [expectation] }, came));
/** Expectations that may be turned round. */
type OfValue = Extract<Expectation, { kind: "equals" | "contains" | "within" }>;
const path = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 6 });

describe("an expectation", () => {
  it("of a value holds for that value wherever its keys stand, and for no other", () => {
    fc.assert(
      fc.property(json, json, fc.nat(), (value, other, seed) => {
        const turned = JSON.parse(JSON.stringify(shuffledKeys(value, seed)));
        expect(green({ kind: "equals", value }, outcome(turned))).toBe(true);
        expect(green({ kind: "has", value }, outcome(turned))).toBe(true);
        expect(green({ kind: "equals", value }, outcome(other))).toBe(
          green({ kind: "equals", value: other }, outcome(value)),
        );
      }),
    );
  });

  it("that must not be so holds exactly where it would not", () => {
    const expectation = fc.oneof(
      json.map((value): OfValue => ({ kind: "equals", value })),
      fc.string({ minLength: 1, maxLength: 2 }).map((text): OfValue => ({ kind: "contains", text })),
      fc.integer({ min: -5, max: 5 }).map((min): OfValue => ({ kind: "within", min })),
    );
    fc.assert(
      fc.property(expectation, json, (wanted, output) => {
        expect(green({ ...wanted, not: true }, outcome(output))).toBe(!green(wanted, outcome(output)));
      }),
    );
  });

  it("of a path holds for the path itself, and for parts of it in their order", () => {
    fc.assert(
      fc.property(path, fc.infiniteStream(fc.boolean()), (gone, coins) => {
        const part = gone.filter(() => coins.next().value);
        fc.pre(part.length > 0);
        expect(green({ kind: "path", nodes: part, only: false }, outcome(null, { path: gone }))).toBe(true);
        expect(green({ kind: "path", nodes: part, only: true }, outcome(null, { path: gone }))).toBe(
          part.length === gone.length,
        );
        expect(
          green({ kind: "path", nodes: [...gone, "d"], only: false }, outcome(null, { path: gone })),
        ).toBe(false);
      }),
    );
  });

  it("of any kind fails where the run did not end well, and says why", () => {
    const problem = { code: "node_failed", message: "It broke.", nodeId: "a" };
    const checks = checkCase({ expect: [{ kind: "cost", atMostMicros: 9 }] }, outcome(null, { problem }));
    expect(checks).toEqual([
      { kind: "ended", ok: false, wanted: "It ends well.", found: "It broke. (node_failed)", nodeId: "a" },
    ]);
  });

  it.each([
    [0, 0, true],
    [5, 5, true],
    [5, 6, false],
    [5, null, false],
  ])("of at most %d micro-dollars where it cost %j: %s", (atMostMicros, costMicros, ok) => {
    expect(green({ kind: "cost", atMostMicros }, outcome(null, { costMicros }))).toBe(ok);
  });
});

describe("what is compared", () => {
  it("is the same once and twice, and for messages whatever their ids", () => {
    fc.assert(
      fc.property(json, fc.uuid(), (value, id) => {
        expect(comparable(comparable(value))).toEqual(comparable(value));
        const message = { role: "assistant", content: "Hi", toolCalls: [{ id, name: "x", args: { id: 1 } }] };
        expect(comparable([{ ...message, id }])).toEqual(
          comparable([message].map((each) => ({ ...each, id: "other" }))),
        );
      }),
    );
  });

  it("stands where its path says, or nowhere, whatever the path", () => {
    fc.assert(
      fc.property(json, fc.string(), (value, text) => {
        expect(valueAt(value, "")).toEqual(value);
        expect(valueAt({ a: { b: [value] } }, "$.a.b[0]")).toEqual(value);
        expect(JSON.stringify(valueAt(value, text)) ?? "nothing").toMatch(/\S/);
      }),
    );
  });
});

it("cases are read from the lines that were written, and a broken line is named", () => {
  const line = fc.record({
    name: fc.stringMatching(/^[a-zäöü]{1,9}$/),
    input: fc.dictionary(fc.constantFrom("a", "b"), json),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      const cases = lines.map((each) => ({ ...each, format: caseFormat, expect: [], mocks: null }) as const);
      expect(readLines(writeLines(cases.map((each) => ({ ...each, expect: [] }))))).toEqual(cases);
      expect(() =>
        readLines(`${writeLines(cases.map((each) => ({ ...each, expect: [] })))}{"name":`),
      ).toThrow(`Line ${cases.length + 1} is no test case`);
    }),
  );
});
