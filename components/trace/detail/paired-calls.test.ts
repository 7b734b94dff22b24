import { expect, it } from "vitest";
import type { PlainMessage } from "@/workflows/events/message";
import { pairedCalls } from "./paired-calls";

const asks: PlainMessage = {
  role: "assistant",
  content: "",
  toolCalls: [
    { id: "1", name: "look", args: {} },
    { id: "2", name: "count", args: {} },
  ],
};
const result = (toolCallId: string): PlainMessage => ({
  role: "tool",
  content: `of ${toolCallId}`,
  toolCallId,
});

it("puts each result to the call that asked for it", () => {
  const user: PlainMessage = { role: "user", content: "Go on" };
  expect(pairedCalls([user, asks, result("2"), result("1")])).toEqual([
    { message: user, calls: [] },
    {
      message: asks,
      calls: [
        { call: { id: "1", name: "look", args: {} }, result: result("1") },
        { call: { id: "2", name: "count", args: {} }, result: result("2") },
      ],
    },
  ]);
});

it("leaves a call without a result, and a result without a call, where they are", () => {
  const [first, second] = pairedCalls([asks, result("9")]);
  expect(first?.calls.map(({ result: given }) => given)).toEqual([undefined, undefined]);
  expect(second).toEqual({ message: result("9"), calls: [] });
});
