import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { jsonSchema } from "@/workflows/graph/json";
import { readJson } from "./json-text";

const read = (text: string, fenced = true) => readJson(text, { fenced });

/** What a channel can hold: no key that objects would drop, no zero with a sign, which JSON does not write. */
const anyJson = fc
  .jsonValue({ maxDepth: 4 })
  .map((value): Json => jsonSchema.parse(JSON.parse(JSON.stringify(value).replaceAll("__proto__", "proto"))));

describe("a JSON text", () => {
  it("is read as it was written, in one line and in many", () => {
    fc.assert(
      fc.property(anyJson, fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        expect(read(JSON.stringify(value, null, indent))).toEqual(value);
      }),
    );
  });

  it("is found between fences, whatever a model says around it", () => {
    const talk = fc.string().map((text) => text.replaceAll("`", "'"));
    fc.assert(
      fc.property(
        anyJson,
        talk,
        talk,
        fc.constantFrom("json", "JSON", "", "json5 "),
        (value, before, after, tag) => {
          const text = `Here: ${before}\n\`\`\`${tag}\n${JSON.stringify(value, null, 2)}\n\`\`\`\n${after}`;
          expect(read(text)).toEqual(value);
        },
      ),
    );
  });

  it.each<[string, string, Json]>([
    ["a mark of Windows before it", '\ufeff{"a": 1}', { a: 1 }],
    ["a fence with lines of Windows", '```json\r\n{"a": 1}\r\n```\r\n', { a: 1 }],
    ["a fence that is indented", "  ```\n  [1]\n  ```", [1]],
    ["fences inside a text of it", '{"a": "```\\n1\\n```"}', { a: "```\n1\n```" }],
    ["two fences, of which the first counts", "```\n1\n```\n```\n2\n```", 1],
    ["a key twice, of which the last counts", '{"a": 1, "a": 2}', { a: 2 }],
    ["numbers beyond what is exact", "12345678901234567890", 12_345_678_901_234_567_000],
    ["half a sign", '"\\ud800"', "\ud800"],
  ])("may have %s", (_, text, value) => {
    expect(read(text)).toEqual(value);
  });

  it.each<[string, string, RegExp]>([
    ["a number too large for a channel", '{"a": [1e999]}', /holds a number that is too large/],
    ["nothing", "", /cannot be read as JSON/],
    ["white space", " \n", /cannot be read as JSON/],
    ["what JavaScript allows", "{a: 1}", /cannot be read as JSON/],
    ["a comma too many", "[1,]", /cannot be read as JSON/],
    ["words that are no values", "NaN", /cannot be read as JSON/],
    ["a half", '{"a": [1, 2', /cannot be read as JSON/],
    ["two values", "{} {}", /cannot be read as JSON/],
    ["a fence that never closes", '```json\n{"a": 1}', /cannot be read as JSON/],
    ["a fence around something else", "```\nhello\n```", /cannot be read as JSON/],
    ["a prototype between fences", '```\n{"__proto__": 1}\n```', /__proto__/],
  ])("is refused in words: %s", (_, text, message) => {
    const problem = expect.objectContaining({
      code: "invalid_input",
      message: expect.stringMatching(message),
      details: expect.objectContaining({ field: "text" }),
    });
    expect(() => read(text)).toThrow(problem);
  });

  it("never shows more than the beginning of what it refuses", () => {
    expect(() => read(`${"x".repeat(5_000)}SECRET`)).toThrow(/^(?!.*SECRET).{0,300}$/s);
  });
});
