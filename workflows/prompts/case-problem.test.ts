import { expect, test } from "vitest";
import type { PromptCase } from "./case";
import { caseProblem } from "./case-problem";

const table: [PromptCase["expect"], string, string | undefined][] = [
  [{ type: "contains", text: "Sorry" }, "We are SORRY.", undefined],
  [{ type: "contains", text: "sorry" }, "We are glad.", "The answer does not have “sorry” in it."],
  [{ type: "matches", pattern: "order \\d+" }, "Your order 42 is here", undefined],
  [{ type: "matches", pattern: "^\\d+$" }, "no", "The answer does not match ^\\d+$."],
  [
    { type: "matches", pattern: "(" },
    "no",
    "The regular expression “(” cannot be used: error parsing regexp: missing closing ): `(`.",
  ],
  [{ type: "json", value: { kind: "praise" } }, '{"kind":"praise","sure":0.9}', undefined],
  [{ type: "json", value: { kind: "praise" } }, '```json\n{"kind": "praise"}\n```', undefined],
  [{ type: "json", value: { a: { b: 1 } } }, '{"a":{"b":2}}', "“a.b” is 2 instead of 1."],
  [{ type: "json", value: { a: { b: 1 } } }, '{"a":3}', "“a” is 3 and no object."],
  [{ type: "json", value: { a: null } }, "{}", "“a” is missing."],
  [{ type: "json", value: [1, 2] }, "[1,2,3]", "The answer is [1,2,3] instead of [1,2]."],
  [{ type: "json", value: {} }, "Sure!", "The answer is not JSON."],
];

test.each(table)("%j of “%s”: %s", (wanted, answer, problem) => {
  expect(caseProblem(wanted, answer)).toBe(problem);
});
