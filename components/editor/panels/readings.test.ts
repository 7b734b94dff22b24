import { expect, it } from "vitest";
import { isRecord, readFlag, readListOf, readValues } from "./readings";

const deep = JSON.parse(`${"[".repeat(200)}${"]".repeat(200)}`);

it.each([
  ["a switch", readFlag, true, true],
  ["what is no switch", readFlag, "true", undefined],
  ["values", readValues, { topic: ["a"] }, { topic: ["a"] }],
  ["a list in place of values", readValues, [1], undefined],
  ["nothing in place of values", readValues, null, undefined],
  ["values too deep to walk", readValues, { deep }, undefined],
  ["a list", readListOf(isRecord), [{ a: 1 }], [{ a: 1 }]],
  ["a list of which one is something else", readListOf(isRecord), [{ a: 1 }, 2], undefined],
  ["what is no list", readListOf(isRecord), { a: 1 }, undefined],
])("reads %s", (_, read, stored, expected) => {
  expect(read(stored)).toEqual(expected);
});
