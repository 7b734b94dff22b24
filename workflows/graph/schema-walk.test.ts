import { describe, expect, it } from "vitest";
import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import { fieldValues, labelAt } from "./schema-walk";

const schema = z.strictObject({
  mode: field(z.enum(["a", "b"]).default("a"), { label: "Mode" }),
  only: field(z.string().optional(), { label: "Only in b", showWhen: { field: "mode", in: ["b"] } }),
  inner: field(z.string(), { label: "Inner", control: "template" }).optional(),
  list: z.array(z.strictObject({ when: field(z.string(), { label: "When", control: "expression" }) })),
  map: z.record(z.string(), field(z.string(), { label: "Value" })).readonly(),
  either: z.union([
    z.strictObject({ kind: z.literal("x"), x: field(z.string(), { label: "X" }) }),
    z.strictObject({ kind: z.literal("y"), y: field(z.string(), { label: "Y" }) }),
  ]),
});
const value = {
  mode: "a",
  only: "hidden",
  inner: "{{ a }}",
  list: [{ when: "1" }, { when: "2" }],
  map: { k: "v" },
  either: { kind: "y", y: "why" },
};

describe("fieldValues", () => {
  it("finds every value with its path and its hints", () => {
    const labelled = fieldValues(schema, value).flatMap(({ path, hints }) =>
      hints ? [`${path}: ${hints.label}`] : [],
    );
    expect(labelled).toEqual([
      "mode: Mode",
      "inner: Inner",
      "list.0.when: When",
      "list.1.when: When",
      "map.k: Value",
      "either.y: Y",
    ]);
  });

  it("shows a field when its condition holds", () => {
    const paths = fieldValues(schema, { ...value, mode: "b" }).map(({ path }) => path);
    expect(paths).toContain("only");
  });

  it.each([[null], [7], ["text"], [[]], [{ list: {}, map: [], either: 3 }]])("copes with %j", (odd) => {
    expect(fieldValues(schema, odd)).toBeInstanceOf(Array);
  });
});

describe("labelAt", () => {
  it.each([
    [["list", 0, "when"], "When"],
    [["map", "any"], "Value"],
    [["either", "y"], "Y"],
    [["inner"], "Inner"],
    [["list"], undefined],
    [["nowhere", "else"], undefined],
    [[], undefined],
  ])("%j", (path, expected) => {
    expect(labelAt(schema, path)).toBe(expected);
  });
});
