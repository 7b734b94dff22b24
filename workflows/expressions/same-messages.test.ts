import {
  AIMessage,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPlainValue } from "@/workflows/events/plain-message.server";
import { evaluate } from "./evaluate";
import { plainValue } from "./messages";

const words = fc.string({ unit: "grapheme", maxLength: 12 });
const content = fc.oneof(
  words,
  fc.array(
    words.map((text) => ({ type: "text" as const, text })),
    { maxLength: 3 },
  ),
);
const id = fc.option(fc.uuid(), { nil: undefined });
const message: fc.Arbitrary<BaseMessage> = fc.oneof(
  fc.tuple(content, id).map(([said, known]) => new HumanMessage({ content: said, id: known })),
  fc.tuple(content, id).map(([said, known]) => new SystemMessage({ content: said, id: known })),
  fc.tuple(content, id, fc.array(words, { maxLength: 2 })).map(
    ([said, known, tools]) =>
      new AIMessage({
        content: said,
        id: known,
        tool_calls: tools.map((name, index) => ({
          id: `c${index}`,
          name: name || "tool",
          args: { a: index },
        })),
      }),
  ),
  fc
    .tuple(words, id)
    .map(([said, known]) => new ToolMessage({ content: said, tool_call_id: "c0", id: known })),
);
const chat = fc.array(message, { minLength: 1, maxLength: 5 });

describe("a conversation in an expression", () => {
  it("says of each message who said what, as the state shows it", () => {
    fc.assert(
      fc.property(chat, (messages) => {
        const shown = toPlainValue(messages);
        expect(evaluate("messages.map(m, m.role)", { messages })).toEqual(
          evaluate("shown.map(m, m.role)", { shown }),
        );
        expect(evaluate("messages.map(m, m.content)", { messages })).toEqual(
          evaluate("shown.map(m, m.content)", { shown }),
        );
      }),
    );
  });

  it("has the calls of tools where there are some, and no field that a message does not have", () => {
    fc.assert(
      fc.property(chat, (messages) => {
        const plain = plainValue(messages);
        expect(Array.isArray(plain) && plain.length === messages.length).toBe(true);
        const calls = messages.map((each) => each instanceof AIMessage && (each.tool_calls ?? []).length > 0);
        expect(evaluate("messages.map(m, has(m.toolCalls))", { messages })).toEqual(calls);
        expect(evaluate("messages.map(m, has(m.toolCallId))", { messages })).toEqual(
          messages.map((each) => each instanceof ToolMessage),
        );
        expect(JSON.stringify(plain)).not.toContain("undefined");
      }),
    );
  });

  it("is the same for one message by itself, and leaves other values alone", () => {
    fc.assert(
      fc.property(message, (one) => {
        expect(plainValue([one])).toEqual([plainValue(one)]);
      }),
    );
    for (const other of [null, 5, "a", { role: "user" }, [1, { content: "x" }]])
      expect(plainValue(other)).toEqual(other);
  });

  it("reads a picture as nothing, and the words beside it", () => {
    const look = new HumanMessage({
      content: [
        { type: "text", text: "Look: " },
        { type: "image_url", image_url: { url: "data:image/png;base64,aGk=" } },
        { type: "text", text: "a cat" },
      ],
    });
    expect(evaluate("last(messages).content", { messages: [look] })).toBe("Look: a cat");
  });
});
