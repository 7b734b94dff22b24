import { HumanMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { transformConfig, transformDefinition } from "./definition";

nodeContract("transform");

describe("transform", () => {
  it("builds one value", async () => {
    const value = '{"name": user.first + " " + user.last, "tags": ["new", user.kind]}';
    expect(
      await runNode("transform", { value, output: "out" }, { user: { first: "A", last: "B", kind: "x" } }),
    ).toEqual({ update: { out: { name: "A B", tags: ["new", "x"] } } });
  });

  it("builds one for each entry, which sees its place and the state", async () => {
    const config = { mode: "list", list: "names", each: "text(index + 1) + sign + item", output: "out" };
    expect(await runNode("transform", config, { names: ["a", "b"], sign: ") " })).toEqual({
      update: { out: ["1) a", "2) b"] },
    });
  });

  it("reads a conversation as plain messages", async () => {
    const config = { mode: "list", list: "messages", each: "item.content", output: "out" };
    expect(await runNode("transform", config, { messages: [new HumanMessage("Hi")] })).toEqual({
      update: { out: ["Hi"] },
    });
  });

  it.each([
    ["value", { mode: "value", value: "a.b", list: "l", each: "item.x + c" }, ["a"]],
    ["list", { mode: "list", value: "a.b", list: "l", each: "item.x + c" }, ["l", "c"]],
  ] as const)("reads what its way of building needs: %s", (_, config, channels) => {
    expect(transformDefinition.reads(config).map(({ channel }) => channel)).toEqual(channels);
  });

  it("knows what it writes as far as the settings say it", () => {
    const writes = (config: object) => transformDefinition.writes(transformConfig.parse(config));
    expect(writes({ output: "a" })).toEqual([{ channel: "a", field: "output" }]);
    expect(writes({ mode: "list", output: "a" })).toEqual([{ channel: "a", field: "output", type: "array" }]);
    expect(writes({})).toEqual([]);
  });

  it.each([
    [{}, ["value", "output"]],
    [{ mode: "list" }, ["list", "each", "output"]],
    [{ value: "1", output: "a" }, []],
  ])("%j lacks %j", (config, fields) => {
    expect(issuesOf("transform", config).map((issue) => issue.split(":")[0])).toEqual(fields);
  });
});
