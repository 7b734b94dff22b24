import { AIMessage, HumanMessage, SystemMessage, ToolMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import type { PlainMessage } from "./message";
import { fromPlainMessage, toLangChainMessages, toPlainMessage, toPlainValue } from "./plain-message.server";

const plain: PlainMessage[] = [
  { id: "1", role: "system", content: "Be kind." },
  { id: "2", role: "user", content: "2 + 2?", name: "ada" },
  {
    id: "3",
    role: "assistant",
    content: "",
    toolCalls: [{ id: "c", name: "calculator", args: { expression: "2+2" } }],
  },
  { id: "4", role: "tool", content: "4", toolCallId: "c", name: "calculator" },
];

describe("messages as plain data", () => {
  it.each(plain)("comes back as it was: $role", (message) => {
    expect(toPlainMessage(fromPlainMessage(message))).toEqual(message);
  });

  it.each([
    ["user", HumanMessage],
    ["system", SystemMessage],
    ["assistant", AIMessage],
    ["tool", ToolMessage],
  ] as const)("makes a %s message of LangChain's own class", (role, type) => {
    expect(fromPlainMessage({ role, content: "x" })).toBeInstanceOf(type);
  });

  it("reads the text of content blocks", () => {
    const message = new AIMessage({
      content: [
        { type: "text", text: "One " },
        { type: "image_url", image_url: { url: "data:image/png;base64,AA==" } },
        { type: "text", text: "two" },
      ],
    });
    expect(toPlainMessage(message).content).toBe("One two");
  });

  it("takes a channel's messages in either form, and nothing as none", () => {
    const given = [new HumanMessage("a"), { role: "assistant", content: "b" }];
    expect(toLangChainMessages(given).map((message) => message.getType())).toEqual(["human", "ai"]);
    expect(toLangChainMessages(undefined)).toEqual([]);
    expect(() => toLangChainMessages([{ lc: 1, type: "constructor", id: ["x"] }])).toThrow();
  });

  it("leaves other values of a channel alone", () => {
    expect(toPlainValue({ a: [1] })).toEqual({ a: [1] });
    expect(toPlainValue([new HumanMessage({ content: "a", id: "1" })])).toEqual([
      { id: "1", role: "user", content: "a" },
    ]);
  });
});
