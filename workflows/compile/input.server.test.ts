import { HumanMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { inputToState } from "./input.server";
import { outputOf, plainState } from "./output.server";
import { plan } from "./plan";
import { draw, end, node, text } from "./testing/draw";

const document = draw({
  channels: {
    name: text,
    age: { type: "number", reducer: "replace" },
    chat: { type: "messages", reducer: "messages" },
    facts: { type: "any", reducer: "replace" },
    list: { type: "array", reducer: "append" },
    hidden: text,
  },
  nodes: {
    start: node("start", {
      inputs: [
        { channel: "name", required: true },
        { channel: "age", required: false },
        { channel: "chat", required: false },
        { channel: "facts", required: false },
        { channel: "list", required: false },
      ],
    }),
    end: end("chat", "name", "facts"),
  },
  edges: ["start > end"],
});
const planned = plan(document, nodeDefinitions);
const state = (input: JsonObject) => inputToState(planned, input);

describe("a run's input", () => {
  it("becomes state: values of their channel's type, optional ones left out", () => {
    expect(state({ name: "Ada", age: 36, facts: { a: [1] }, list: ["x"] })).toEqual({
      name: "Ada",
      age: 36,
      facts: { a: [1] },
      list: ["x"],
    });
    expect(state({ name: "Ada", age: null })).toEqual({ name: "Ada" });
  });

  it("makes LangChain messages of plain ones and of a text", () => {
    const plain = [{ role: "assistant", content: "Hi", toolCalls: [{ id: "c", name: "t", args: {} }] }];
    expect(state({ name: "Ada", chat: plain }).chat).toMatchObject([
      { content: "Hi", tool_calls: [{ name: "t" }] },
    ]);
    expect(state({ name: "Ada", chat: "Hello" }).chat).toEqual([new HumanMessage("Hello")]);
  });

  it.each([
    ["a missing input", {}, "name", /“name” is missing/],
    ["nothing where something is required", { name: null }, "name", /“name” is missing/],
    ["an unknown input", { name: "A", other: 1 }, "other", /“other” is no input/],
    ["a channel that is no input", { name: "A", hidden: "x" }, "hidden", /“hidden” is no input/],
    ["a name that every object has", { name: "A", toString: "x" }, "toString", /“toString” is no input/],
    ["a value of another type", { name: "A", age: "36" }, "age", /“age” needs a number, got a text/],
    ["messages without a role", { name: "A", chat: [{ content: "x" }] }, "chat", /“chat” needs messages/],
    [
      "a LangChain constructor",
      { name: "A", facts: { x: { lc: 1, type: "constructor" } } },
      "facts",
      /“facts.x”/,
    ],
    [
      "a LangChain secret",
      { name: "A", facts: [{ lc: 1, type: "secret", id: ["KEY"] }] },
      "facts",
      /“facts.0”/,
    ],
    ["one of LangGraph's own", { name: "A", list: [{ lc: 2, type: "constructor" }] }, "list", /“list.0”/],
    ["one as a message", { name: "A", chat: [{ lc: 1, type: "constructor" }] }, "chat", /“chat”/],
    [
      "one inside a message",
      {
        name: "A",
        chat: [
          {
            role: "assistant",
            content: "",
            toolCalls: [{ id: "c", name: "t", args: { lc: 1, type: "secret" } }],
          },
        ],
      },
      "chat",
      /“chat/,
    ],
  ])("refuses %s, naming the channel", (_, input, channel, message) => {
    const making = () => state(input);
    expect(making).toThrow(message);
    expect(making).toThrow(
      expect.objectContaining({
        code: "invalid_input",
        details: expect.objectContaining({ channel, field: `input.${channel}` }),
      }),
    );
  });

  it("lets a person's own data have a key “lc”", () => {
    expect(state({ name: "A", facts: { lc: "Lucerne", type: "canton" } }).facts).toEqual({
      lc: "Lucerne",
      type: "canton",
    });
  });
});

describe("a run's output", () => {
  const values = {
    name: "Ada",
    chat: [new HumanMessage({ content: "Hi", id: "1" })],
    hidden: "x",
    __run_notes: {},
  };

  it("holds End's channels as plain data, those without a value left out", () => {
    expect(outputOf(planned, values)).toEqual({
      chat: [{ id: "1", role: "user", content: "Hi" }],
      name: "Ada",
    });
  });

  it("is a part of the state as people see it", () => {
    expect(Object.keys(plainState(planned, values))).toEqual(["name", "chat", "hidden"]);
  });
});
