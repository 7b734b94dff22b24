import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { typeOfValue } from "./of-value";
import { anything, number, type ValueType } from "./value-type";

const itemOf = (type: ValueType) => (type.kind === "list" ? type.item : undefined);
const fieldsOf = (type: ValueType | undefined) => (type?.kind === "object" ? type.fields : {});

describe("what a value at hand says", () => {
  it.each<[Json, ValueType]>([
    [null, { kind: "null" }],
    [[], { kind: "list", item: anything }],
    [[null], { kind: "list", item: { kind: "null" } }],
    [[1, null, 2], { kind: "list", item: number }],
    [[1, "a"], { kind: "list", item: anything }],
    [{ a: 1 }, { kind: "object", fields: { a: number }, others: "likely" }],
  ])("%j", (value, type) => {
    expect(typeOfValue(value)).toEqual(type);
  });

  it("knows a field that only some items have, but not its type", () => {
    const item = itemOf(typeOfValue([{ id: 1 }, { id: 2, tag: "x" }]));
    expect(fieldsOf(item)).toEqual({ id: number, tag: anything });
  });
});

describe("of a large value", () => {
  it("the first items are looked at", () => {
    const list = (count: number) => [...Array.from({ length: count }, () => 1), "text"];
    expect([itemOf(typeOfValue(list(19))), itemOf(typeOfValue(list(20)))]).toEqual([anything, number]);
  });

  it("the first fields are named, and more may be there", () => {
    const type = typeOfValue(Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`f${at}`, at])));
    expect(Object.keys(fieldsOf(type))).toHaveLength(100);
    expect(type).toMatchObject({ others: "likely" });
  });

  it("what lies deep inside may be anything", () => {
    const nested = (depth: number): Json => (depth === 0 ? 1 : { a: nested(depth - 1) });
    const inside = (type: ValueType, depth: number): ValueType | undefined =>
      depth === 0 ? type : inside(fieldsOf(type).a ?? { kind: "null" }, depth - 1);
    expect(inside(typeOfValue(nested(5)), 5)).toEqual(number);
    expect(inside(typeOfValue(nested(6)), 6)).toEqual(anything);
  });
});
