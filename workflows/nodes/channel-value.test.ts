import { describe, expect, it } from "vitest";
import { channelValueProblem, writtenValueProblem } from "./channel-value";

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

describe("a value that is written", () => {
  it.each([
    ["array", "append", "one item"],
    ["array", "union", [1]],
    ["number", "replace", null],
    ["messages", "messages", "said by a person"],
    ["messages", "messages", [{ role: "assistant", content: "Hi" }, "Hello"]],
    ["any", "add", 1],
  ] as const)("to a channel of type %s with the reducer %s may be %j", (type, reducer, value) => {
    expect(writtenValueProblem({ type, reducer }, value)).toBeUndefined();
  });

  it.each([
    ["number", "replace", "1", /needs a number/],
    ["number", "add", null, /needs a number/],
    ["any", "merge", "text", /needs an object/],
    ["messages", "messages", [{ role: "pope", content: "Hi" }], /needs messages with a role/],
  ] as const)("to a channel of type %s with the reducer %s is not %j", (type, reducer, value, problem) => {
    expect(writtenValueProblem({ type, reducer }, value)).toMatch(problem);
  });
});
