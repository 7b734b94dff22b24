import { describe, expect, it } from "vitest";
import { channelValueProblem } from "./channel-value";

describe("a value in a channel", () => {
  it.each([
    ["string", "a"],
    ["number", 1.5],
    ["boolean", false],
    ["object", { a: 1 }],
    ["array", []],
    ["messages", []],
    ["any", null],
  ] as const)("of type %s takes %j", (type, value) => {
    expect(channelValueProblem(type, value)).toBeUndefined();
  });

  it.each([
    ["string", 1, "needs a text, got 1"],
    ["number", "1", "needs a number, got a text"],
    ["number", Number.NaN, "needs a number, got NaN"],
    ["boolean", null, "needs true or false, got null"],
    ["object", [1], "needs an object, got a list"],
    ["array", { a: 1 }, "needs a list, got an object"],
    ["messages", true, "needs a list of messages, got true"],
  ] as const)("of type %s refuses %j: %s", (type, value, problem) => {
    expect(channelValueProblem(type, value)).toBe(problem);
  });
});
