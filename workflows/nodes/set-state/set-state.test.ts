import { HumanMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { nodeContract } from "@/workflows/testing/node-contract";
import { runNode } from "@/workflows/testing/run-node";
import { setStateConfig, setStateDefinition } from "./definition";

nodeContract("set-state");

describe("set state", () => {
  it("computes every value from the state before it", async () => {
    const assignments = [
      { channel: "a", value: "b" },
      { channel: "b", value: "a" },
    ];
    expect(await runNode("set-state", { assignments }, { a: 1, b: 2 })).toEqual({ update: { a: 2, b: 1 } });
  });

  it("reads a conversation as plain messages", async () => {
    const assignments = [{ channel: "last", value: "last(messages).content" }];
    expect(await runNode("set-state", { assignments }, { messages: [new HumanMessage("Hi")] })).toEqual({
      update: { last: "Hi" },
    });
  });

  it("fails with the expression in the message", async () => {
    const assignments = [{ channel: "a", value: "missing.key" }];
    await expect(runNode("set-state", { assignments }, {})).rejects.toThrow(/missing\.key/);
  });

  it("names the field of every channel it reads and writes", () => {
    const config = { assignments: [{ channel: "sum", value: "x + y" }] };
    expect(setStateDefinition.reads(config)).toEqual([
      { channel: "x", field: "assignments.0.value" },
      { channel: "y", field: "assignments.0.value" },
    ]);
    expect(setStateDefinition.writes(config)).toEqual([{ channel: "sum", field: "assignments.0.channel" }]);
  });

  it("refuses to set a channel twice", () => {
    const twice = [
      { channel: "a", value: "1" },
      { channel: "a", value: "2" },
    ];
    expect(setStateConfig.safeParse({ assignments: twice }).success).toBe(false);
  });
});
