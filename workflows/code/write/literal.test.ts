import { runInThisContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { json } from "@/workflows/graph/testing/arbitraries";
import { docComment } from "./comment";
import { block, indent } from "./indent";
import { insideBackticks, key, literal, property, quoted, textLiteral } from "./literal";

const evaluated = (code: string): unknown => runInThisContext(`(${code})`);

/** Texts that are prone to end a literal early, or to mean more inside it than they say. */
const oddText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 3 }),
      fc.constantFrom("`", "$", "{", "${", "\\", '"', "'", "\n", "\r\n", "\u2028", "\u2029", "*/", "//"),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));

describe("a literal", () => {
  it("means the JSON value it was written from, also further in", () => {
    fc.assert(
      fc.property(fc.oneof(json, fc.dictionary(oddText, fc.array(oddText))), (value) => {
        expect(evaluated(literal(value))).toEqual(value);
        expect(evaluated(indent(indent(literal(value))))).toEqual(value);
      }),
    );
  });

  it("stands on one line as long as it fits", () => {
    const short = { name: "a", list: [1, null, true], "two words": {} };
    expect(literal(short)).toBe('{ name: "a", list: [1, null, true], "two words": {} }');
    const long = { name: "a".repeat(80), list: [1, 2] };
    expect(literal(long)).toBe(`{\n  name: "${"a".repeat(80)}",\n  list: [1, 2],\n}`);
    expect(literal(["b".repeat(90)])).toBe(`[\n  "${"b".repeat(90)}",\n]`);
  });

  it("keeps a key named __proto__ as one, and the prototype as it is", () => {
    const value = JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}');
    const back = evaluated(literal(value));
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
    expect(JSON.stringify(back)).toBe(JSON.stringify(value));
  });
});

describe("a text as code", () => {
  it("means the same quoted, between backticks, and as a piece between two values", () => {
    fc.assert(
      fc.property(oddText, (text) => {
        expect(evaluated(quoted(text))).toBe(text);
        expect(evaluated(textLiteral(text))).toBe(text);
        const piece = insideBackticks(text);
        expect(evaluated(`\`$\{1}${piece}$\{2}\``)).toBe(`1${text}2`);
      }),
    );
  });

  it("has no line break in quotes, in the eyes of any reader of code", () => {
    fc.assert(fc.property(oddText, (text) => !/[\n\r\u2028\u2029]/.test(quoted(text))));
  });

  it.each([
    ["one line", '"one line"'],
    ["ends with a break\n", '"ends with a break\\n"'],
    ["two\nlines", "`two\nlines`"],
    ["costs\n$" + "{5} `now`", "`costs\n\\$" + "{5} \\`now\\``"],
    ["a\r\nb", "`a\\r\nb`"],
  ])("%j is written as %s", (text, code) => {
    expect(textLiteral(text)).toBe(code);
  });
});

describe("a key and a property", () => {
  it("name the same entry, whatever it is called", () => {
    fc.assert(
      fc.property(fc.oneof(oddText, fc.constantFrom("__proto__", "class", "a-b", "1", "$", "")), (name) => {
        expect(evaluated(`({ ${key(name)}: "found" })${property(name)}`)).toBe("found");
      }),
    );
  });

  it.each([
    ["topic", "topic", ".topic"],
    ["$_1", "$_1", ".$_1"],
    ["1st", '"1st"', '["1st"]'],
    ["x-key", '"x-key"', '["x-key"]'],
    ["größe", '"größe"', '["größe"]'],
  ])("of %s are %s and %s", (name, asKey, asProperty) => {
    expect([key(name), property(name)]).toEqual([asKey, asProperty]);
  });
});

describe("code further in", () => {
  it("leaves the lines of a text alone, and empty lines empty", () => {
    const code = 'const a = `one\n  two \\` three\n`;\n\nconst b = "`";\nreturn a;';
    expect(indent(code)).toBe('  const a = `one\n  two \\` three\n`;\n\n  const b = "`";\n  return a;');
  });

  it("is a block around items, and nothing between the brackets for none", () => {
    expect(block("[", [], "]")).toBe("[]");
    expect(block("{", ["a: [\n  1,\n]", "b"], "}")).toBe("{\n  a: [\n    1,\n  ],\n  b,\n}");
  });
});

describe("a doc comment", () => {
  it("ends where it should, whatever stands in it", () => {
    fc.assert(
      fc.property(oddText, (text) => {
        expect(evaluated(`${docComment(text)} "after"`)).toBe("after");
        expect(docComment(text).indexOf("*/")).toBe(docComment(text).length - 2);
      }),
    );
  });

  it("has a line for each line", () => {
    expect(docComment("One.")).toBe("/** One. */");
    expect(docComment("One.\r\n\nTwo.")).toBe("/**\n * One.\n *\n * Two.\n */");
  });
});
