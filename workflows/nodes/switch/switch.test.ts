import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { switchConfig, switchDefinition } from "./definition";

nodeContract("switch");

const cases = [
  { id: "refund", label: "Refund", equals: "refund" },
  { id: "three", label: "Three", equals: "3" },
  { id: "exact", label: "Exact", equals: "2.50" },
  { id: "yes", label: "Yes", equals: "true" },
];
const config = { value: "given", cases };

describe("switch", () => {
  it.each<[Json, string]>([
    ["refund", "refund"],
    ["Refund", "else"],
    [" refund", "else"],
    ["refunds", "else"],
    ["", "else"],
    [3, "three"],
    ["3", "three"],
    ["3.0", "else"],
    [2.5, "exact"],
    ["2.5", "else"],
    [true, "yes"],
    ["true", "yes"],
    [false, "else"],
    [0, "else"],
    [null, "else"],
    [["refund"], "else"],
    [{ refund: true }, "else"],
  ])("leaves for %j by %s", async (given, port) => {
    expect(await runNode("switch", config, { given })).toEqual({ port });
  });

  it.each([
    ["REFUND", "refund"],
    ["Straße", "street"],
    ["STRAßE", "street"],
    ["strasse", "else"],
  ])("may ignore upper and lower case: %s", async (given, port) => {
    const more = [...cases, { id: "street", label: "Street", equals: "straße" }];
    expect(await runNode("switch", { ...config, cases: more, ignoreCase: true }, { given })).toEqual({
      port,
    });
  });

  it("compares what an expression gives", async () => {
    expect(await runNode("switch", { ...config, value: "size(given)" }, { given: [1, 2, 3] })).toEqual({
      port: "three",
    });
  });

  it("fails with the expression where it cannot be worked out", async () => {
    await expect(runNode("switch", { ...config, value: "given.kind" }, { given: 1 })).rejects.toMatchObject({
      code: "expression_failed",
      message: expect.stringContaining("given.kind"),
    });
  });

  it("has a port for each case, in their order, and one for everything else", () => {
    expect(switchDefinition.ports(switchConfig.parse(config)).map(({ name }) => name)).toEqual([
      "refund",
      "three",
      "exact",
      "yes",
      "else",
    ]);
  });

  it.each([
    ["the same value twice", false, "refund", ["cases.1.equals: “refund” is the value of “One” already."]],
    ["values that differ in case only", false, "Refund", []],
    [
      "these where case is ignored",
      true,
      "Refund",
      ["cases.1.equals: “Refund” is the value of “One” already."],
    ],
  ])("refuses %s", (_, ignoreCase, equals, expected) => {
    const list = [
      { id: "a", label: "One", equals: "refund" },
      { id: "b", label: "Two", equals },
    ];
    const found = issuesOf("switch", { value: "x", cases: list, ignoreCase });
    expect(found).toHaveLength(expected.length);
    for (const [index, start] of expected.entries()) expect(found[index]?.startsWith(start)).toBe(true);
  });

  it.each([
    ["a case without a value", [{ id: "a", label: "A", equals: "" }]],
    ["no case", []],
    ["the same id twice", [cases[0], cases[0]]],
    ["the name of a built-in port", [{ id: "else", label: "A", equals: "a" }]],
  ])("cannot be set to %s", (_, list) => {
    expect(switchConfig.safeParse({ value: "x", cases: list }).success).toBe(false);
  });
});
