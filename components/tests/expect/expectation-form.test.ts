import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "@/workflows/graph/json";
import type { Expectation } from "@/workflows/testcases/test-case";
import {
  type ExpectationItem,
  emptyItem,
  expectationsFormSchema,
  expectationsOf,
  formOf,
} from "./expectation-form";

const json = fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value)));
const place = { at: fc.constantFrom("answer", "items[0].name") };
const not = { not: fc.constant(true) };
const expectation: fc.Arbitrary<Expectation> = fc.oneof(
  fc.record({ kind: fc.constant("equals" as const), value: json }),
  fc.record({ kind: fc.constant("equals" as const), value: json, ...place, ...not }),
  fc.record({ kind: fc.constant("has" as const), value: fc.dictionary(fc.string(), json), ...not }),
  fc.record({ kind: fc.constant("contains" as const), text: fc.string({ minLength: 1 }), ...place }),
  fc.record({ kind: fc.constant("matches" as const), pattern: fc.constantFrom("a+", "^\\d$"), ...not }),
  fc.record({ kind: fc.constant("within" as const), min: fc.integer(), ...place }),
  fc.record({
    kind: fc.constant("path" as const),
    nodes: fc.constant<string[]>(["a", "b"]),
    only: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("cost" as const), atMostMicros: fc.nat(1e9) }),
);

test("a form gives back what it was filled with", () => {
  fc.assert(
    fc.property(fc.array(expectation, { maxLength: 5 }), (list) => {
      const form = formOf(list);
      expect(expectationsFormSchema.safeParse(form).success).toBe(true);
      expect(expectationsOf(form)).toEqual(list);
    }),
  );
});

test.each<[string, Partial<ExpectationItem>, Json]>([
  ["a text without quotation marks", { wanted: "Hello there" }, "Hello there"],
  ["a number", { wanted: "42" }, 42],
  ["a text that looks like a number, in quotation marks", { wanted: '"42"' }, "42"],
  ["an object", { wanted: '{"a": 1}' }, { a: 1 }],
  ["nothing: the empty text", { wanted: "" }, ""],
])("%s is a value", (_what, item, value) => {
  const form = { items: [{ ...emptyItem("equals"), ...item }] };
  expect(expectationsFormSchema.safeParse(form).success).toBe(true);
  expect(expectationsOf(form)).toEqual([{ kind: "equals", value }]);
});

test.each<[Partial<ExpectationItem>, string, RegExp]>([
  [{ claim: "equals", wanted: '{"a": ' }, "wanted", /not JSON/],
  [{ claim: "has", wanted: "[1]" }, "wanted", /fields as JSON/],
  [{ claim: "contains", wanted: "" }, "wanted", /which text/],
  [{ claim: "matches", wanted: "" }, "wanted", /regular expression/],
  [{ claim: "not matches", wanted: "(?=a)" }, "wanted", /cannot be used/],
  [{ claim: "within" }, "min", /least or the most/],
  [{ claim: "within", min: "two" }, "min", /no number/],
  [{ claim: "within", max: "two" }, "max", /no number/],
  [{ claim: "within", min: "2", max: "1" }, "max", /less than/],
  [{ claim: "path" }, "nodes", /at least one/],
  [{ claim: "cost", cost: "cheap" }, "cost", /dollars/],
  [{ claim: "cost", cost: "" }, "cost", /dollars/],
])("%o is refused at its field", (item, field, message) => {
  const { success, error } = expectationsFormSchema.safeParse({
    items: [emptyItem("cost"), { ...emptyItem("equals"), ...item }].slice(1),
  });
  expect(success).toBe(false);
  expect(error?.issues[0]?.path).toEqual(["items", 0, field]);
  expect(error?.issues[0]?.message).toMatch(message);
});
