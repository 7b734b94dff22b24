import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joined, joinedAll } from "./join";
import { anything, listOf, number, type ObjectType, text, truth, type ValueType } from "./value-type";

const nothing: ValueType = { kind: "null" };
/** Names that every object has are legal, and easy to get wrong. */
const names = fc.constantFrom("a", "b", "toString");

const types = fc.letrec<{ any: ValueType }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<ValueType>(anything, nothing, text, number, truth),
    tie("any").map((item): ValueType => ({ kind: "list", item })),
    fc
      .tuple(fc.dictionary(names, tie("any")), fc.constantFrom("none", "unlikely", "likely"))
      .map(([fields, others]): ValueType => ({ kind: "object", fields: { ...fields }, others })),
  ),
})).any;

describe("the type of one value or another", () => {
  it("does not depend on their order or on what is joined first", () => {
    fc.assert(
      fc.property(types, types, types, (one, two, three) => {
        expect(joined(one, two)).toEqual(joined(two, one));
        expect(joined(joined(one, two), three)).toEqual(joined(one, joined(two, three)));
      }),
    );
  });

  it("of the same type is that type, and nothing adds nothing", () => {
    fc.assert(
      fc.property(types, (type) => {
        expect(joined(type, type)).toEqual(type);
        expect(joined(nothing, type)).toEqual(type);
        expect(joinedAll([type, type, nothing])).toEqual(type);
      }),
    );
  });

  const object = (fields: ObjectType["fields"], others: ObjectType["others"]): ObjectType => ({
    kind: "object",
    fields,
    others,
  });
  it.each<[string, ValueType, ValueType, ValueType]>([
    ["kinds that differ", text, number, anything],
    ["lists of different items", listOf(text), listOf(number), listOf(anything)],
    ["an empty list and another", listOf(nothing), listOf(text), listOf(text)],
    [
      "a field that one surely lacks",
      object({ a: text }, "none"),
      object({}, "none"),
      object({ a: text }, "none"),
    ],
    [
      "a field named like what every object has",
      object({ toString: text }, "none"),
      object({}, "none"),
      object({ toString: text }, "none"),
    ],
    [
      "a field that one may have as something else",
      object({ a: text }, "none"),
      object({}, "unlikely"),
      object({ a: anything }, "unlikely"),
    ],
    ["the more open of two objects", object({}, "likely"), object({}, "unlikely"), object({}, "likely")],
  ])("keeps what both say: %s", (_, one, other, both) => {
    expect(joined(one, other)).toEqual(both);
  });

  it("of none is nothing", () => {
    expect(joinedAll([])).toEqual(nothing);
  });
});
