import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { filterDefinition } from "./definition";

nodeContract("filter");

const run = (keep: string, state: Record<string, Json>, more: JsonObject = {}) =>
  runNode("filter", { list: "rows", keep, output: "kept", ...more }, state);

describe("filter", () => {
  it.each<[string, Json[], Json[]]>([
    ["item > 1", [1, 2, 3], [2, 3]],
    ["index > 0", ["a", "b"], ["b"]],
    ["has(item.a) && item.a", [{ a: true }, {}, { a: false }], [{ a: true }]],
    ["item > least", [1, 5], [5]],
    ["false", [1], []],
    ["true", [], []],
  ])("%s of %j keeps %j", async (keep, list, kept) => {
    expect(await run(keep, { rows: list, least: 3 })).toEqual({ update: { kept } });
  });

  it("writes the others to a channel of their own, and nothing loses its place", async () => {
    expect(await run("item > 1", { rows: [3, 1, 2, 0] }, { rest: "others" })).toEqual({
      update: { kept: [3, 2], others: [1, 0] },
    });
  });

  it("takes a channel without a value as an empty list", async () => {
    expect(await run("item > 1", {})).toEqual({ update: { kept: [] } });
  });

  it.each<[string, Json, RegExp]>([
    ["item", [true, 1], /“Keep entries where” gives 1 for entry 2; a condition must give true or false/],
    ["item.a", [{ a: true }, {}], /For entry 2: No such key: a/],
    ["true", "text", /“List” \(rows\) gives a text/],
  ])("%s over %j says what is wrong", async (keep, list, message) => {
    await expect(run(keep, { rows: list })).rejects.toThrow(message);
  });

  it("reads channels, and not the entry", () => {
    const config = { list: "orders", keep: "item.total > least && index < most" };
    expect(filterDefinition.reads(config).map(({ channel }) => channel)).toEqual(["orders", "least", "most"]);
  });

  it("says what a new one lacks", () => {
    expect(issuesOf("filter", {})).toEqual([
      "list: Say which list it works on.",
      "keep: Write the condition for keeping an entry.",
      "output: The result goes nowhere: choose the channel to write it to.",
    ]);
  });
});
