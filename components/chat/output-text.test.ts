import { expect, test } from "vitest";
import type { PlainMessage } from "@/workflows/events/message";
import type { Json } from "@/workflows/graph/json";
import { copyOf, outputOf, textOf } from "./output-text";

test.each<[Json, string | null]>([
  ["plain", "plain"],
  [{ report: "one text" }, "one text"],
  [{ report: "one text", words: 2 }, null],
  [{ count: 2 }, null],
  [{}, null],
  [["a"], null],
  [null, null],
])("%j reads as %j", (output, text) => {
  expect(textOf(output)).toBe(text);
});

test.each<[Json | null, string]>([
  [null, ""],
  [{ report: "one text" }, "one text"],
  [{ count: 2 }, '{\n  "count": 2\n}'],
])("%j is copied as %j", (output, text) => {
  expect(copyOf(output)).toBe(text);
});

const asked: PlainMessage = { role: "user", content: "Hi" };
const told: PlainMessage = { role: "assistant", content: "Hello" };
const both = { messages: [{ role: "user", content: "Hi" }], score: 3 };
test.each<[string, PlainMessage[], Json | null, string | null, Json | null]>([
  ["all of it where nobody talks", [], { draft: "x", ok: true }, null, { draft: "x", ok: true }],
  ["nothing beside an answer", [asked, told], both, "messages", null],
  ["the rest where the agent said nothing", [asked], both, "messages", { score: 3 }],
  ["nothing where there is nothing but messages", [asked], { messages: [] }, "messages", null],
  ["nothing of no output", [asked], null, "messages", null],
])("gives out %s", (_, messages, output, channel, shown) => {
  expect(outputOf({ status: "success", messages, output }, channel)).toEqual(shown);
});

test("a turn that did not end well gives out nothing", () => {
  expect(outputOf({ status: "cancelled", messages: [], output: "half" }, null)).toBeNull();
});
