import { AIMessage, HumanMessage } from "@langchain/core/messages";
import { END, START } from "@langchain/langgraph";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Channels } from "@/workflows/graph/channel";
import { json } from "@/workflows/graph/testing/arbitraries";
import { type Inputs, inputState, plainState, stateGraph } from "./state.server";

const channels: Channels = {
  topic: { type: "string", reducer: "replace" },
  any: { type: "any", reducer: "replace" },
  chat: { type: "messages", reducer: "messages" },
  list: { type: "array", reducer: "append", default: ["first"] },
  n: { type: "number", reducer: "add", default: 2 },
};
const inputs: Inputs = { topic: "required", any: "optional", chat: "optional" };

const stateOf = (input: Record<string, unknown>, names = Object.keys(channels)) =>
  plainState(names, inputState(channels, inputs, input));

describe("the first state of a run of exported code", () => {
  it("is what was given, as plain data", () => {
    fc.assert(
      fc.property(fc.string(), json, (topic, any) => {
        const { any: kept = null, ...rest } = stateOf({ topic, any });
        expect([rest, kept]).toEqual([{ topic }, any]);
      }),
    );
  });

  it("takes a text for a conversation", () => {
    expect(stateOf({ topic: "x", chat: "Hello" }).chat).toMatchObject([{ role: "user", content: "Hello" }]);
    const said = [
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello" },
    ];
    expect(stateOf({ topic: "x", chat: said }).chat).toMatchObject(said);
  });

  it.each([
    [{}, "The input “topic” is missing."],
    [{ topic: null }, "The input “topic” is missing."],
    [{ topic: undefined, any: 1 }, "The input “topic” is missing."],
    [{ topic: "x", other: 1 }, "“other” is no input of this graph."],
    [{ topic: "x", list: [] }, "“list” is no input of this graph."],
    [{ topic: "x", constructor: 1 }, "“constructor” is no input of this graph."],
  ])("is refused in words: %j", (input, message) => {
    expect(() => inputState(channels, inputs, input)).toThrow(
      expect.objectContaining({ code: "invalid_input", message }),
    );
  });

  it.each([{ topic: 5 }, { topic: "x", chat: [{ role: "nobody", content: 1 }] }])(
    "is refused where a channel does not hold it: %j",
    (input) => {
      expect(() => inputState(channels, inputs, input)).toThrow(
        expect.objectContaining({ code: "output_invalid" }),
      );
    },
  );
});

describe("a graph over these channels", () => {
  const run = async (...writes: Record<string, unknown>[]) => {
    const graph = stateGraph(channels);
    const names = writes.map((_, index) => `n${index}`);
    for (const [index, name] of names.entries()) graph.addNode(name, async () => writes[index] ?? {});
    for (const [index, name] of [START, ...names].entries()) graph.addEdge(name, names[index] ?? END);
    const values = await graph.compile().invoke(inputState(channels, inputs, { topic: "x" }));
    return plainState(Object.keys(channels), values);
  };

  it("begins with their first values, and combines what is written as each of them does", async () => {
    expect(await run({})).toMatchObject({ topic: "x", list: ["first"], n: 2 });
    expect(await run({ list: ["a"], n: 3 }, { list: ["b"], n: -1, topic: "y" })).toMatchObject({
      topic: "y",
      list: ["first", "a", "b"],
      n: 4,
    });
  });

  it("shows a conversation as who said what", async () => {
    const { chat } = await run({ chat: [new HumanMessage("Hi")] }, { chat: [new AIMessage("Hello")] });
    expect(chat).toMatchObject([
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello" },
    ]);
  });

  it("does not share its first values with the next graph", async () => {
    await run({ list: ["mine"] });
    expect(channels.list?.default).toEqual(["first"]);
    expect(await run({})).toMatchObject({ list: ["first"] });
  });
});
