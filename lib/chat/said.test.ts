import { expect, test } from "vitest";
import type { PlainMessage } from "@/workflows/events/message";
import type { Json } from "@/workflows/graph/json";
import { said, shownOutput } from "./said";

const conversation: PlainMessage[] = [
  { id: "1", role: "system", content: "Be brief" },
  { id: "2", role: "user", content: "2 + 2?" },
  {
    id: "3",
    role: "assistant",
    content: "",
    toolCalls: [{ id: "c", name: "calculator", args: { expression: "2 + 2" } }],
  },
  { id: "4", role: "tool", content: "4", toolCallId: "c", name: "calculator" },
  { role: "assistant", content: "4", toolCalls: [] },
];
const stored: Json = JSON.parse(JSON.stringify(conversation));
const heard: Json = [
  { id: "2", role: "user", content: "2 + 2?" },
  { role: "assistant", content: "4" },
];

test("only what people and the agent said", () => {
  expect(said(conversation)).toEqual(heard);
});

test.each<[string, Json, Json]>([
  ["a conversation", stored, heard],
  ["one among other outputs", { messages: stored, score: 3 }, { messages: heard, score: 3 }],
  [
    "no conversation",
    { list: [1, { role: "chef" }], none: null },
    { list: [1, { role: "chef" }], none: null },
  ],
  ["an empty list", [], []],
  ["a text", "Done", "Done"],
])("an output that is %s", (_, output, shown) => {
  expect(shownOutput(output)).toEqual(shown);
});
