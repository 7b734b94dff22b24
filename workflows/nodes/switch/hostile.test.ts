import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { switchConfig } from "./definition";
import { matchingCase } from "./matching-case";

const casesOf = (...values: string[]) =>
  values.map((equals, at) => ({ id: `c${at}`, label: `C${at}`, equals }));
const chosen = (value: Json, values: string[], ignoreCase = false) =>
  matchingCase(value, casesOf(...values), ignoreCase)?.equals;

describe("a value and its equal", () => {
  it.each<[Json, string]>([
    [0, "0"],
    [0, "-0"],
    [-1, " -1 "],
    [2.5, "2.50"],
    [1000, "1e3"],
    [0.1, ".1"],
    [true, "TRUE"],
    [false, " false "],
    ["", ""],
    [" x ", " x "],
    ["__proto__", "__proto__"],
    ["👩‍👩‍👧", "👩‍👩‍👧"],
  ])("%j is %j", (value, typed) => {
    expect(chosen(value, [typed])).toBe(typed);
  });

  it.each<[Json, string]>([
    [0, ""],
    [0, " "],
    [0, "zero"],
    [0, "false"],
    [1, "true"],
    [1, "1,0"],
    [1, "１"],
    [null, "null"],
    [null, ""],
    [true, "yes"],
    [true, "1"],
    ["x", " x"],
    ["é", "e\u0301"],
    [[], ""],
    [["a"], "a"],
    [{}, "[object Object]"],
    [{ toString: "a" }, "a"],
  ])("%j is not %j", (value, typed) => {
    expect(chosen(value, [typed])).toBeUndefined();
  });
});

describe("the port", () => {
  const value = fc.oneof(
    fc.constantFrom("a", "B", "3", "", "true"),
    fc.integer({ min: 0, max: 4 }),
    fc.boolean(),
    fc.jsonValue({ maxDepth: 1 }).map((each): Json => jsonSchema.parse(JSON.parse(JSON.stringify(each)))),
  );
  const typed = fc.array(fc.constantFrom("a", "A", "b", "3", "3.0", "true", "x"), {
    minLength: 1,
    maxLength: 5,
  });

  it("is that of the first case that is equal by itself, and none where none is", () => {
    fc.assert(
      fc.property(value, typed, fc.boolean(), (given, values, ignoreCase) => {
        const alone = values.find((each) => chosen(given, [each], ignoreCase) !== undefined);
        expect(chosen(given, values, ignoreCase)).toBe(alone);
      }),
    );
  });

  it("is found wherever it was, where case is ignored as well", () => {
    fc.assert(
      fc.property(value, typed, (given, values) => {
        fc.pre(chosen(given, values) !== undefined);
        expect(chosen(given, values, true)).toBeDefined();
      }),
    );
  });

  it("is one that the node has, whatever comes", async () => {
    await fc.assert(
      fc.asyncProperty(value, async (given) => {
        const cases = casesOf("a", "3", "true");
        const { port } = await runNode("switch", { value: "given", cases }, { given });
        expect(["c0", "c1", "c2", "else"]).toContain(port);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ cases: [{ id: "A", label: "A", equals: "a" }] }, "cases.0.id"],
    [{ cases: [{ id: "a", label: "", equals: "a" }] }, "cases.0.label"],
    [{ cases: [{ id: "a", label: "x".repeat(61), equals: "a" }] }, "cases.0.label"],
    [{ cases: [{ id: "a", label: "A", equals: 3 }] }, "cases.0.equals"],
    [
      { cases: Array.from({ length: 51 }, (_, at) => ({ id: `c${at}`, label: "L", equals: `${at}` })) },
      "cases",
    ],
    [{ value: "" }, "value"],
    [{ ignoreCase: "yes" }, "ignoreCase"],
  ])("%.60j is refused at its field", (more, field) => {
    const found = switchConfig.safeParse({ value: "x", cases: casesOf("a"), ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it("a value three times is told of at the second and the third", () => {
    const found = issuesOf("switch", { value: "x", cases: casesOf("a", "a", "b", "A"), ignoreCase: true });
    expect(found.map((issue) => issue.split(":")[0])).toEqual(["cases.1.equals", "cases.3.equals"]);
  });
});
