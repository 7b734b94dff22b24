import { describe, expect, it } from "vitest";
import { nodeContract } from "@/workflows/testing/node-contract";
import { startConfig, startDefinition } from "./definition";

nodeContract("start");

describe("start", () => {
  const config = startConfig.parse({
    inputs: [{ channel: "question" }, { channel: "tone", required: false }],
  });

  it("asks for its inputs, each required unless it says otherwise", () => {
    expect(startDefinition.inputs?.(config)).toEqual([
      { channel: "question", required: true },
      { channel: "tone", required: false },
    ]);
  });

  it("writes its inputs, so that nothing behind it reads them too early", () => {
    expect(startDefinition.writes(config)).toEqual([
      { channel: "question", field: "inputs.0.channel" },
      { channel: "tone", field: "inputs.1.channel" },
    ]);
    expect(startDefinition.reads(config)).toEqual([]);
  });

  it.each([
    [{}, "No input"],
    [{ inputs: [{ channel: "a" }, { channel: "b" }] }, "a, b"],
  ])("says on its card what it takes: %j", (given, words) => {
    expect(startDefinition.describe(startConfig.parse(given))).toBe(words);
  });

  it.each([
    ["the same channel twice", [{ channel: "a" }, { channel: "a", required: false }]],
    ["a name that no channel can have", [{ channel: "Question 1" }]],
    ["a name that JavaScript has taken", [{ channel: "constructor" }]],
    ["an input without a channel", [{ required: true }]],
    ["settings it does not know", [{ channel: "a", type: "string" }]],
    [
      "more inputs than a form can show",
      Array.from({ length: 51 }, (_, index) => ({ channel: `c${index}` })),
    ],
  ])("refuses %s", (_, inputs) => {
    expect(startConfig.safeParse({ inputs }).success).toBe(false);
  });
});
