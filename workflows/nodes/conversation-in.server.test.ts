import { HumanMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { AnsweringModel, askedOf } from "@/workflows/testing/answering-model";
import { runNode } from "@/workflows/testing/run-node";
import { conversationIn } from "./conversation-in.server";
import type { NodeType } from "./registry";

describe("a conversation", () => {
  it.each<[string, unknown, string[]]>([
    ["nothing yet", undefined, []],
    ["null", null, []],
    ["plain data", [{ role: "user", content: "Hi" }], ["Hi"]],
    ["LangChain's own messages", [new HumanMessage("Hi")], ["Hi"]],
    ["both", [new HumanMessage("Hi"), { role: "assistant", content: "Ho" }], ["Hi", "Ho"]],
    ["one message outside of a list", { role: "user", content: "Hi" }, ["Hi"]],
  ])("may be %s", (_, chat, texts) => {
    expect(conversationIn({ chat }, "chat").map(({ text }) => text)).toEqual(texts);
  });

  it.each<[string, unknown]>([
    ["a text", "Hi"],
    ["a number", 7],
    ["a message without a role", [{ content: "Hi" }]],
    ["a role nobody has", [{ role: "boss", content: "Hi" }]],
    ["a message among others that is nothing", [new HumanMessage("Hi"), null]],
  ])("is not %s, which is said of the channel", (_, chat) => {
    expect(() => conversationIn({ chat }, "chat")).toThrow(
      expect.objectContaining({
        code: "invalid_input",
        message: "“chat” holds no conversation: each message needs a role and a content.",
      }),
    );
  });

  it("is not what every object inherits", () => {
    expect(conversationIn({}, "constructor")).toEqual([]);
  });

  it.each<[NodeType, object]>([
    ["model", { model: "m", messages: "chat" }],
    ["agent", { model: "m", messages: "chat" }],
    ["summarise", { model: "m", messages: "chat" }],
  ])("that is none stops %s before a model is asked", async (type, config) => {
    const model = new AnsweringModel("Hi");
    await expect(runNode(type, config, { chat: ["Hi"] }, askedOf(model))).rejects.toMatchObject({
      code: "invalid_input",
      details: { field: "messages" },
    });
    expect(model.asked).toEqual([]);
  });
});
