import { expect, test } from "vitest";
import { toJsonb } from "./jsonb";

test.each<[string, unknown, unknown]>([
  ["plain text", { a: "é 😀 \n" }, { a: "é 😀 \n" }],
  ["a null character", { a: "x\u0000y\u0000" }, { a: "x\ufffdy\ufffd" }],
  ["half an emoji", ["\ud83d", "\ude00"], ["\ufffd", "\ufffd"]],
  ["an escape that is only text", "\\u0000 \\\\ud83d", "\\u0000 \\\\ud83d"],
  ["nothing", undefined, null],
])("%s", (_name, given, stored) => {
  expect(JSON.parse(toJsonb(given))).toEqual(stored);
});
