import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schemaErrors } from "@/workflows/data/schema/schema-errors";
import { json } from "@/workflows/graph/testing/arbitraries";
import { type FormField, formKinds, formSchema } from "./form-field";
import { formOf } from "./form-json-schema";
import { formProblems } from "./form-problem";

const options = ["a", "b", "ä"];
const field = (name: string): fc.Arbitrary<FormField> =>
  fc
    .record({
      kind: fc.constantFrom(...formKinds.filter((kind) => kind !== "email")),
      required: fc.boolean(),
      bounds: fc.option(fc.tuple(fc.nat(3), fc.nat(4)), { nil: undefined }),
    })
    .map(({ kind, required, bounds }) => ({
      name,
      label: name.toUpperCase(),
      kind,
      required,
      ...(kind.startsWith("choice") && { options }),
      ...(bounds && { min: bounds[0], max: bounds[0] + bounds[1] }),
    }));
const fields = fc.tuple(field("one"), field("two"), field("three"));
/** Values that nearly fit some field. */
const value = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.constantFrom("a", "b", "c", "2026-02-28", "2026-02-30", "2026-2-1", ""),
  fc.integer({ min: -2, max: 9 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -5, max: 9 }),
  fc.boolean(),
  fc.array(fc.constantFrom("a", "b", "x"), { maxLength: 3 }),
  json,
);
const values = fc.dictionary(fc.constantFrom("one", "two", "three", "four"), value);

describe("what a person filled in", () => {
  it("is refused by the words for people exactly where the schema for programs refuses it", () => {
    fc.assert(
      fc.property(fields, values, (list, given) => {
        const inWords = formProblems(list, given).length === 0;
        expect(inWords).toBe(schemaErrors(given, formOf(list).schema).length === 0);
      }),
      { numRuns: 600 },
    );
  });

  it("has one problem a field at most, at a field of the form or at a name that it does not have", () => {
    fc.assert(
      fc.property(fields, values, (list, given) => {
        const problems = formProblems(list, given);
        expect(new Set(problems.map(({ name }) => name)).size).toBe(problems.length);
        for (const { name, message } of problems) {
          expect([...list.map((each) => each.name), ...Object.keys(given)]).toContain(name);
          expect(message).toMatch(/^[“A-Z].*\.$/s);
        }
      }),
    );
  });

  it("may be incomplete on the way: what is not filled in yet is no problem then, and all else still is", () => {
    fc.assert(
      fc.property(fields, values, (list, given) => {
        const filled = formProblems(list, given).filter(({ name }) => Object.hasOwn(given, name));
        expect(formProblems(list, given, true)).toEqual(filled);
      }),
    );
  });

  it("is asked by a form that is stored and read as it is", () => {
    fc.assert(
      fc.property(fields, (list) => {
        const form = formOf(list);
        expect(formSchema.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
      }),
    );
  });
});
