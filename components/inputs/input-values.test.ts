import { expect, it } from "vitest";
import type { ChannelType } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import { inputValues } from "./input-values";

const read = (type: ChannelType, text: string, required = true) =>
  inputValues([{ channel: "c", type, required }], { c: text });

it.each<[ChannelType, string, Json]>([
  ["string", " hi ", " hi "],
  ["number", "84.5", 84.5],
  ["boolean", "true", true],
  ["boolean", "", false],
  ["object", '{"a": 1}', { a: 1 }],
  ["array", "[1]", [1]],
  ["messages", "Hello", [{ role: "user", content: "Hello" }]],
  ["any", '{"a": 1}', { a: 1 }],
  ["any", "plain words", "plain words"],
])("reads %s from %j", (type, text, value) => {
  expect(read(type, text)).toEqual({ input: { c: value }, problems: null });
});

it.each<[ChannelType, string, string]>([
  ["string", "  ", "Fill this in"],
  ["number", "many", "Enter a number"],
  ["object", "[1]", 'Enter a JSON object, e.g. {"name": "value"}'],
  ["object", "{a}", 'Enter a JSON object, e.g. {"name": "value"}'],
  ["array", '{"a": 1}', 'Enter a JSON list, e.g. ["a", "b"]'],
])("refuses %s from %j", (type, text, problem) => {
  expect(read(type, text)).toEqual({ input: null, problems: { c: problem } });
});

it("leaves out what is optional and empty", () => {
  expect(read("number", "", false)).toEqual({ input: {}, problems: null });
});
