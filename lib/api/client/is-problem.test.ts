import { expect, test } from "vitest";
import { problemSchema } from "../contract/problem";
import { isProblem } from "./is-problem";

const refusal = {
  type: "about:blank",
  title: "Forbidden",
  status: 403,
  code: "forbidden",
  detail: "You may not change this agent.",
};

test.each<[string, unknown]>([
  ["a refusal", refusal],
  [
    "one with all that may be said",
    { ...refusal, hint: "Ask.", field: "name", data: { a: 1 }, requestId: "r" },
  ],
  ["one that says more than is known", { ...refusal, more: 1 }],
  ["a status as text", { ...refusal, status: "403" }],
  ["no code", { ...refusal, code: undefined }],
  ["a hint that is none", { ...refusal, hint: 1 }],
  ["a list", [refusal]],
  ["text of a proxy", "<html>"],
  ["nothing", null],
])("takes what the contract takes: %s", (_, said) => {
  expect(isProblem(said)).toBe(problemSchema.safeParse(said).success);
});

test("takes a refusal", () => expect(isProblem(refusal)).toBe(true));
