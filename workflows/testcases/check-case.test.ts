import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { isGreen } from "./check";
import { type CaseOutcome, checkCase } from "./check-case";
import type { Expectation } from "./test-case";

const outcome = (output: Json, more: Partial<CaseOutcome> = {}): CaseOutcome => ({
  output,
  path: ["ask", "sum", "ask"],
  costMicros: 1_200,
  ...more,
});
const json = fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value)));

const order = { items: [{ name: "Tea", price: 3 }], total: 3, note: "Paid on 2026-01-02" };

test.each<[string, Expectation, boolean]>([
  ["the whole output", { kind: "equals", value: order }, true],
  ["one place of it", { kind: "equals", value: "Tea", at: "items[0].name" }, true],
  ["another value", { kind: "equals", value: "Milk", at: "items[0].name" }, false],
  ["a place where nothing is", { kind: "equals", value: null, at: "items[1].name" }, false],
  ["a text in a text", { kind: "contains", text: "Paid", at: "note" }, true],
  ["a text in the JSON of a list", { kind: "contains", text: "Tea", at: "items" }, true],
  ["capitals count", { kind: "contains", text: "paid", at: "note" }, false],
  ["a text in nothing", { kind: "contains", text: "x", at: "no.such" }, false],
  ["a pattern", { kind: "matches", pattern: "\\d{4}-\\d\\d-\\d\\d$", at: "note" }, true],
  ["a pattern that is not found", { kind: "matches", pattern: "^\\d", at: "note" }, false],
  ["a pattern that cannot be used", { kind: "matches", pattern: "(", at: "note" }, false],
  ["a pattern of a number's text", { kind: "matches", pattern: "^3$", at: "total" }, true],
  ["some fields", { kind: "has", value: { total: 3 } }, true],
  ["fields that are missing", { kind: "has", value: { tax: 1 } }, false],
  ["a number within", { kind: "within", min: 1, max: 3, at: "total" }, true],
  ["a number below", { kind: "within", min: 4, at: "total" }, false],
  ["a number above", { kind: "within", max: 2, at: "total" }, false],
  ["a text is no number", { kind: "within", min: 0, at: "note" }, false],
  ["nodes in their order", { kind: "path", nodes: ["ask", "ask"], only: false }, true],
  ["nodes in another order", { kind: "path", nodes: ["sum", "sum"], only: false }, false],
  ["these nodes only", { kind: "path", nodes: ["ask", "sum", "ask"], only: true }, true],
  ["others among them", { kind: "path", nodes: ["ask", "sum"], only: true }, false],
  ["a cost within its bound", { kind: "cost", atMostMicros: 1_200 }, true],
  ["a cost above it", { kind: "cost", atMostMicros: 1_199 }, false],
])("%s", (_what, expectation, ok) => {
  const [check] = checkCase({ expect: [expectation] }, outcome(order));
  expect(check).toMatchObject({ kind: expectation.kind, ok });
});

test("it says where a value is another one", () => {
  const value = { items: [{ name: "Coffee", price: 3 }], total: 4, tip: 1 };
  const [check] = checkCase({ expect: [{ kind: "equals", value }] }, outcome(order));
  expect(check?.differences).toEqual([
    { at: "items[0].name", wanted: "Coffee", found: "Tea" },
    { at: "tip", wanted: "1", found: null },
    { at: "total", wanted: "4", found: "3" },
    { at: "note", wanted: null, found: "Paid on 2026-01-02" },
  ]);
});

test("what must not be so fails where it is, and shows no differences", () => {
  const expectation: Expectation = { kind: "equals", value: 3, at: "total", not: true };
  expect(checkCase({ expect: [expectation] }, outcome(order))).toEqual([
    { kind: "equals", ok: false, at: "total", not: true, wanted: "3", found: "3" },
  ]);
});

test("an opposite is right exactly where the expectation is wrong", () => {
  fc.assert(
    fc.property(json, json, fc.constantFrom("equals" as const, "has" as const), (value, output, kind) => {
      const of = (not: boolean) => checkCase({ expect: [{ kind, value, not }] }, outcome(output));
      expect(isGreen(of(true))).toBe(!isGreen(of(false)));
    }),
  );
});

test("whatever came out is what it is, and has its own fields", () => {
  fc.assert(
    fc.property(json, (value) => {
      const expectations: Expectation[] = [
        { kind: "equals", value },
        { kind: "has", value },
      ];
      expect(isGreen(checkCase({ expect: expectations }, outcome(structuredClone(value))))).toBe(true);
    }),
  );
});

test("ids of messages and of their tool calls are no difference", () => {
  const said = (id: string, city: string): Json => ({
    messages: [
      {
        id,
        role: "assistant",
        content: "",
        toolCalls: [{ id: `call-${id}`, name: "weather", args: { city } }],
      },
      { id: `t${id}`, role: "tool", content: "Sun", toolCallId: `call-${id}` },
    ],
  });
  const check = (value: Json, output: Json) =>
    checkCase({ expect: [{ kind: "equals", value }] }, outcome(output));
  expect(isGreen(check(said("1", "Rome"), said("2", "Rome")))).toBe(true);
  const [other] = check(said("1", "Rome"), said("2", "Oslo"));
  expect(other?.differences).toEqual([
    { at: "messages[0].toolCalls[0].args.city", wanted: "Rome", found: "Oslo" },
  ]);
});

test("a run that did not end well fails before anything else, at its node", () => {
  const problem = { code: "rate_limited", message: "Too many requests.", nodeId: "ask" };
  expect(checkCase({ expect: [{ kind: "equals", value: order }] }, outcome(null, { problem }))).toEqual([
    {
      kind: "ended",
      ok: false,
      wanted: "It ends well.",
      found: "Too many requests. (rate_limited)",
      nodeId: "ask",
    },
  ]);
});

test("a cost that nobody knows is not within any bound", () => {
  const [check] = checkCase(
    { expect: [{ kind: "cost", atMostMicros: 1_000_000 }] },
    outcome(order, { costMicros: null }),
  );
  expect(check).toMatchObject({ ok: false, found: "Of a model whose price is unknown" });
});

test("long texts are cut short, but compared whole", () => {
  const long = "x".repeat(50_000);
  const [check] = checkCase({ expect: [{ kind: "equals", value: long }] }, outcome(`${long}y`));
  expect(check).toMatchObject({ ok: false, differences: [{ at: "" }] });
  expect(check?.wanted.length).toBe(20_001);
  expect(check?.differences?.[0]?.found?.length).toBe(20_001);
});

test("without expectations a run that ends well is green", () => {
  expect(isGreen(checkCase({ expect: [] }, outcome(null)))).toBe(true);
});
