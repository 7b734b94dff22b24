import fc from "fast-check";
import { expect, test } from "vitest";
import { type CaseLine, readLines, writeLines } from "./case-lines";
import { caseFormat } from "./test-case";

const line: CaseLine = {
  name: "Greets",
  format: caseFormat,
  input: { q: "hello\nthere" },
  state: { messages: [{ role: "user", content: "before" }] },
  expect: [{ kind: "contains", text: "Ada", not: true, at: "answer" }],
  mocks: {
    calls: [
      {
        key: "ask#1:model:abc#1",
        place: "ask",
        visit: 1,
        kind: "model",
        target: "acme/1",
        asked: "human: hello",
        result: { ok: { text: "Hi" } },
      },
    ],
    aliases: ["run_1", "thr_1"],
  },
};

test("cases come back as they were written, whatever their texts hold", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 5 }), (texts) => {
      const cases = texts.map(([said, wanted]) => ({
        ...line,
        input: { q: said },
        expect: [{ kind: "equals" as const, value: wanted }],
      }));
      const text = writeLines([line, ...cases]);
      expect(text.trimEnd().split("\n")).toHaveLength(cases.length + 1);
      expect(readLines(text)).toEqual([line, ...cases]);
    }),
  );
});

test("empty lines are no cases, and a case needs no mocks", () => {
  const { mocks: _mocks, ...bare } = line;
  expect(readLines(`\n${JSON.stringify(bare)}\n\n`)).toEqual([{ ...line, mocks: null }]);
});

test.each<[string, string, RegExp]>([
  ["no JSON", "{", /Line 2 is no test case: it is no JSON/],
  ["another format", JSON.stringify({ ...line, format: "other/1" }), /Line 2 .*format/s],
  ["an unknown expectation", JSON.stringify({ ...line, expect: [{ kind: "guess" }] }), /Line 2 .*expect/s],
  ["an unknown field", JSON.stringify({ ...line, weight: 1 }), /Line 2 .*weight/s],
  ["no name", JSON.stringify({ ...line, name: " " }), /Line 2 .*name/s],
  ["bounds without a bound", JSON.stringify({ ...line, expect: [{ kind: "within" }] }), /least or the most/],
  [
    "bounds the wrong way round",
    JSON.stringify({ ...line, expect: [{ kind: "within", min: 2, max: 1 }] }),
    /less than the least/,
  ],
])("a line with %s is refused with its number", (_what, bad, message) => {
  expect(() => readLines(`${writeLines([line])}${bad}`)).toThrow(message);
});
