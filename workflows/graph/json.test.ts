import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interruptAnswerSchema } from "@/workflows/events/event";
import { apply } from "./apply";
import { channelSchema } from "./channel";
import { jsonObjectSchema, jsonSchema } from "./json";
import { isDeeperThan, maxDocumentDepth, maxValueDepth } from "./json-depth";
import { operationSchema } from "./operation";
import { parseDocument } from "./parse-document";
import { sketch } from "./testing/sketch";

const nested = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}1${"]".repeat(levels)}`);
const configure = (value: unknown) =>
  operationSchema.safeParse({ op: "node.configure", id: "a", set: { list: { of: value } } });

describe("JSON values", () => {
  it("are any JSON, given back as they came", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value).replaceAll("__proto__", "proto"));
        expect(jsonSchema.parse(plain)).toEqual(plain);
      }),
    );
  });

  it.each([
    ["undefined", undefined],
    ["not a number", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["a whole number too large for JSON", 1n],
    ["a function", () => 1],
    ["a date", new Date(0)],
    ["a map", new Map([["a", 1]])],
    ["undefined inside", { a: [undefined] }],
  ])("are not %s", (_, value) => {
    expect(jsonSchema.safeParse(value).success).toBe(false);
  });

  it.each([
    ["a list", [1]],
    ["a text", "x"],
    ["null", null],
  ])("are no objects where they are %s", (_, value) => {
    expect(jsonObjectSchema.safeParse(value).success).toBe(false);
  });

  it("are refused where they would overflow the stack of whoever reads them", () => {
    expect(jsonSchema.safeParse(nested(maxValueDepth)).success).toBe(true);
    for (const levels of [maxValueDepth + 1, 5_000, 200_000]) {
      const value = nested(levels);
      expect(jsonSchema.safeParse(value).error?.issues[0]?.message).toMatch(/more than 150 levels/);
      expect(jsonObjectSchema.safeParse({ value }).success).toBe(false);
      expect(channelSchema.safeParse({ type: "any", reducer: "first", default: value }).success).toBe(false);
      expect(interruptAnswerSchema.safeParse({ answer: "yes", edits: { value } }).success).toBe(false);
      expect(configure(value).success).toBe(false);
    }
  });

  it("that an operation may set stand in a document that can be read again", () => {
    const document = sketch({ nodes: { a: {} }, edges: "start > a; a > end" });
    const deepest = configure(nested(maxValueDepth - 1));
    const changed = deepest.success ? apply(document, deepest.data) : undefined;
    expect(changed).toMatchObject({ ok: true });
    expect(changed?.ok && parseDocument(JSON.parse(JSON.stringify(changed.value)))).toEqual(changed);
    expect(maxDocumentDepth).toBeGreaterThan(maxValueDepth);
  });
});

describe("depth", () => {
  it.each<[unknown, number]>([
    [1, 0],
    ["text", 0],
    [null, 0],
    [[], 0],
    [{ a: 1 }, 1],
    [{ a: [{ b: [] }], c: 1 }, 3],
  ])("of %j is %i", (value, depth) => {
    expect(isDeeperThan(value, depth)).toBe(false);
    expect(depth > 0 && isDeeperThan(value, depth - 1)).toBe(depth > 0);
  });
});
