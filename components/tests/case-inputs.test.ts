import { expect, it } from "vitest";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { caseFormat, type TestCase } from "@/workflows/testcases/test-case";
import { caseInputProblems, caseInputs } from "./case-inputs";

const document = draw({
  channels: { question: text, answer: text, flags: { type: "object", reducer: "replace" } },
  nodes: {
    s: start("question"),
    sign: node("set-state", { assignments: [{ channel: "answer", value: "answer + question" }] }, {}, "Sign"),
    done: end("answer"),
  },
  edges: ["s > sign", "sign > done"],
});
const given = { question: "Hello", flags: { loud: true }, gone: 1 };
const of = (more: Partial<TestCase>): TestCase => ({ format: caseFormat, input: given, expect: [], ...more });
const names = (of: ReturnType<typeof caseInputs>) => of.map(({ channel, type }) => [channel, type]);

it("asks for what Start takes, and what the case has besides", () => {
  expect(names(caseInputs(document, of({})))).toEqual([
    ["question", "string"],
    ["flags", "object"],
    ["gone", "any"],
  ]);
});

it("asks a node's case for what the node reads", () => {
  const inputs = caseInputs(document, of({ node: "sign", input: {} }));
  expect(names(inputs)).toEqual([
    ["answer", "string"],
    ["question", "string"],
  ]);
});

it("names what is missing and what cannot be read, each at its channel", () => {
  const inputs = caseInputs(document, of({}));
  expect(caseInputProblems(inputs, { question: "" }, new Set(["flags"]))).toEqual({
    question: "Fill this in.",
    flags: "Mend the JSON before you save.",
  });
  expect(caseInputProblems(inputs, given, new Set())).toEqual({});
});
