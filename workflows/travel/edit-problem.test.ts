import { describe, expect, it, test } from "vitest";
import type { Channels } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import { editProblem } from "./edit-problem";
import { stateEditsSchema } from "./state-edit";

const channels: Channels = {
  word: { type: "string", reducer: "replace" },
  trail: { type: "array", reducer: "append" },
  sum: { type: "number", reducer: "add" },
  chat: { type: "messages", reducer: "messages" },
  any: { type: "any", reducer: "replace" },
};

describe("an edit", () => {
  test.each<[string, "set" | "write", Json, string | undefined]>([
    ["word", "set", "x", undefined],
    ["word", "set", null, undefined],
    ["word", "set", 3, "“word” needs a text, got 3."],
    ["trail", "set", ["x"], undefined],
    ["trail", "write", "x", undefined],
    ["trail", "set", "x", "“trail” needs a list, got a text."],
    ["sum", "write", "x", "“sum” needs a number, got a text."],
    ["chat", "set", [{ role: "user", content: "Hi" }], undefined],
    ["chat", "set", [{ role: "nobody" }], expect.stringContaining("needs messages")],
    ["any", "set", { deep: [1] }, undefined],
    ["nope", "set", 1, "The graph has no channel “nope”."],
    ["toString", "set", 1, "The graph has no channel “toString”."],
  ])("of %s by %s with %j", (channel, how, value, problem) => {
    expect(editProblem(channels, { channel, how, value })).toEqual(problem);
  });
});

it("takes each channel once", () => {
  const edit = { channel: "word", value: "x" };
  expect(stateEditsSchema.parse([edit])).toEqual([{ ...edit, how: "set" }]);
  expect(stateEditsSchema.safeParse([edit, edit]).success).toBe(false);
});
