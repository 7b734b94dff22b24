import { AIMessage, HumanMessage, isBaseMessage, ToolMessage } from "@langchain/core/messages";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Channel, type ChannelType, reducers } from "@/workflows/graph/channel";
import { json } from "@/workflows/graph/testing/arbitraries";
import { refuseSerialised } from "./plain-data";
import { writable } from "./write.server";

const channel = (type: ChannelType, reducer: Channel["reducer"] = "replace"): Record<string, Channel> => ({
  x: { type, reducer },
});

describe("a value for a channel", () => {
  it.each<[ChannelType, Channel["reducer"], unknown]>([
    ["string", "replace", ""],
    ["number", "add", -0.5],
    ["boolean", "first", false],
    ["object", "merge", {}],
    ["array", "replace", []],
    ["array", "append", "one item"],
    ["array", "append", { an: "item" }],
    ["array", "union", 7],
    ["any", "replace", "anything"],
    ["string", "replace", null],
    ["number", "replace", null],
  ])("of type %s, reducer %s, may be %j", (type, reducer, value) => {
    expect(writable(channel(type, reducer), "x", value)).toEqual(value);
  });

  it.each<[ChannelType, Channel["reducer"], unknown, string]>([
    ["any", "add", "12", "needs a number, got a text"],
    ["any", "add", null, "needs a number, got null"],
    ["any", "merge", "text", "needs an object, got a text"],
    ["any", "merge", [1], "needs an object, got a list"],
    ["string", "replace", 7, "needs a text, got 7"],
    ["number", "replace", "7", "needs a number, got a text"],
    ["number", "add", null, "needs a number, got null"],
    ["number", "max", Number.NaN, "needs a number, got NaN"],
    ["number", "replace", Number.POSITIVE_INFINITY, "needs a number, got Infinity"],
    ["boolean", "replace", 0, "needs true or false, got 0"],
    ["object", "merge", [], "needs an object, got a list"],
    ["object", "merge", null, "needs an object, got null"],
    ["array", "replace", { length: 0 }, "needs a list, got an object"],
  ])("of type %s, reducer %s, may not be %j", (type, reducer, value, problem) => {
    expect(() => writable(channel(type, reducer), "x", value)).toThrow(
      expect.objectContaining({
        code: "output_invalid",
        message: `The channel “x” ${problem}.`,
        details: { channel: "x" },
      }),
    );
  });

  it.each(["y", "constructor", "toString", ""])("is refused for “%s”, which is no channel", (name) => {
    expect(() => writable(channel("any"), name, 1)).toThrow(`There is no channel named “${name}”.`);
  });

  it("passes as it is where the channel takes anything and does not count or merge it", () => {
    const any = reducers.filter((reducer) => reducer !== "add" && reducer !== "merge");
    fc.assert(
      fc.property(fc.constantFrom(...any), json, (reducer, value) => {
        expect(writable(channel("any", reducer), "x", value)).toEqual(value);
      }),
    );
  });
});

describe("a value for a conversation", () => {
  const chat = channel("messages", "messages");

  it.each([
    ["a text is a person's", "Hi", [["human", "Hi"]]],
    [
      "a list of texts too",
      ["Hi", "there"],
      [
        ["human", "Hi"],
        ["human", "there"],
      ],
    ],
    ["plain data keeps its role", { role: "assistant", content: "Yes" }, [["ai", "Yes"]]],
    ["a system message", [{ role: "system", content: "Be kind" }], [["system", "Be kind"]]],
    ["LangChain's own stay what they are", new AIMessage("Yes"), [["ai", "Yes"]]],
    [
      "mixed",
      ["Hi", new AIMessage("Yes"), { role: "user", content: "Ok" }],
      [
        ["human", "Hi"],
        ["ai", "Yes"],
        ["human", "Ok"],
      ],
    ],
    ["none", [], []],
  ])("%s", (_, value, expected) => {
    const written = writable(chat, "x", value);
    expect(Array.isArray(written) && written.every(isBaseMessage)).toBe(true);
    expect(Array.isArray(written) && written.map((message) => [message.getType(), message.text])).toEqual(
      expected,
    );
  });

  it.each([
    [7],
    [null],
    [[{ content: "no role" }]],
    [[{ role: "robot", content: "x" }]],
    [[["nested"]]],
    [{ role: "user", content: 7 }],
  ])("%j is none", (value) => {
    expect(() => writable(chat, "x", value)).toThrow(
      expect.objectContaining({
        code: "output_invalid",
        message: expect.stringContaining("needs messages with a role"),
      }),
    );
  });
});

describe("a value that goes too deep to be stored", () => {
  const nested = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);

  it.each([152, 10_000, 100_000])("is refused with words: %i levels", (levels) => {
    expect(() => writable(channel("any"), "x", nested(levels))).toThrow(
      expect.objectContaining({ code: "output_invalid", details: { channel: "x" } }),
    );
  });

  it("is taken up to where it can be read again", () => {
    expect(writable(channel("any"), "x", nested(150))).toEqual(nested(150));
  });
});

describe("data that LangChain would bring to life", () => {
  const evil = { lc: 1, type: "constructor", id: ["langchain", "x"], kwargs: {} };

  it.each([
    ["itself", evil, "x"],
    ["version two", { lc: 2, type: "undefined" }, "x"],
    ["inside an object", { a: { b: evil } }, "x.a.b"],
    ["inside a list", [1, [evil]], "x.1.0"],
  ])("is refused: %s", (_, value, place) => {
    expect(() => writable(channel("any"), "x", value)).toThrow(
      expect.objectContaining({
        code: "invalid_input",
        message: expect.stringContaining(`“${place}” looks like`),
      }),
    );
  });

  it.each([
    [
      "a tool call's arguments",
      new AIMessage({ content: "", tool_calls: [{ id: "c", name: "t", args: { a: evil } }] }),
    ],
    ["a content block", new AIMessage({ content: [{ type: "text", text: "x", extra: evil }] })],
    ["what a provider added", new HumanMessage({ content: "x", additional_kwargs: { a: evil } })],
    ["what a provider said about it", new AIMessage({ content: "x", response_metadata: { a: evil } })],
    [
      "a tool's answer as data",
      new ToolMessage({ tool_call_id: "c", content: [{ type: "text", text: "x", a: evil }] }),
    ],
  ])("is refused within a message: %s", (_, message) => {
    expect(() => writable(channel("messages", "messages"), "x", [message])).toThrow(
      /serialised LangChain object/,
    );
  });

  it.each([
    [{ lc: "1", type: "constructor" }],
    [{ lc: 1 }],
    [{ type: "constructor" }],
    ['{"lc":1,"type":"constructor"}'],
  ])("is not seen in %j", (value) => {
    expect(() => refuseSerialised(value, "x")).not.toThrow();
  });

  it("is found wherever it is put into any JSON", () => {
    const places = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        fc.constant(evil),
        tie("tree").map((inner) => [1, inner]),
        tie("tree").map((inner) => ({ kept: "x", inner })),
      ),
    }));
    fc.assert(
      fc.property(places.tree, (value) => {
        expect(() => refuseSerialised(value, "x")).toThrow(/refused/);
      }),
    );
  });
});
