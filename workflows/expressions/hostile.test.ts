import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Channels } from "@/workflows/graph/channel";
import { checkExpression, checkTemplate } from "./check";
import { closingBraces } from "./closing-braces";
import { evaluate } from "./evaluate";
import { parseTemplate } from "./parse-template";
import { nearest } from "./similar";
import { renderTemplate } from "./template";

const channels: Channels = {
  flag: { type: "boolean", reducer: "replace" },
  many: { type: "array", reducer: "replace" },
};

/** A reading of texts of this length that goes over them again and again takes many times as long. */
const isQuick = (work: () => unknown): boolean => {
  const start = performance.now();
  work();
  return performance.now() - start < 2_000;
};

describe("an expression as large as a field allows", () => {
  it.each([
    ["a chain of sums", `1${" + 1".repeat(2_400)}`],
    ["a chain of texts", `"a"${' + "a"'.repeat(1_900)}`],
    ["a tower of nots", `${"!".repeat(9_999)}flag`],
    ["a tower of signs", `${"-".repeat(9_000)}1`],
    ["a chain of keys", `many${".a".repeat(4_900)}`],
    ["a chain of indexes", `many${"[0]".repeat(3_000)}`],
    ["brackets", `${"(".repeat(4_000)}1${")".repeat(4_000)}`],
    ["lists", `${"[".repeat(4_000)}${"]".repeat(4_000)}`],
    ["loops in loops", `${"[1].map(x, ".repeat(400)}1${")".repeat(400)}`],
    ["choices", `${"flag ? ".repeat(1_400)}1${" : 1".repeat(1_400)}`],
  ])("is refused where it is too deep, not run into the end of the stack: %s", (_, text) => {
    expect(checkExpression(text, channels)).toMatchObject([
      { code: "syntax", message: expect.stringContaining("too large") },
    ]);
    expect(() => evaluate(text, { flag: true, many: [] })).toThrow(
      expect.objectContaining({ code: "expression_failed" }),
    );
  });

  it.each([
    ["four hundred terms", `1${" + 1".repeat(399)}`, 400],
    ["a long list", `size([${"1,".repeat(400)}])`, 400],
    ["a chain of conditions", `flag${" && flag".repeat(400)}`, true],
    ["a long text", `size("${"a".repeat(9_000)}")`, 9_000],
  ])("is run where it is only long: %s", (_, text, value) => {
    expect(checkExpression(text, channels)).toEqual([]);
    expect(evaluate(text, { flag: true })).toBe(value);
  });
});

describe("a template as large as a field allows", () => {
  it.each([
    ["one quote and many escaped ones", `{{ '${"\\'".repeat(49_000)}`],
    ["an escaped quote in every piece", "{{ \\' }} ".repeat(11_000)],
    ["quotes of both kinds that never close", `{{ "'${"\\'\\\"".repeat(24_000)} }}`],
    ["nothing but opening braces", "{".repeat(100_000)],
    ["openings that never close", "{{ {".repeat(25_000)],
    ["escaped openings", "\\{{".repeat(33_000)],
    ["triple quotes", '{{ """ '.repeat(12_000)],
  ])("is read in one pass: %s", (_, text) => {
    expect(isQuick(() => checkTemplate(text, channels))).toBe(true);
  });

  it("is read alike whether its quotes are known to be endless or not", () => {
    const piece = fc.constantFrom("{{", "}}", "{", "}", "'", '"', "\\", "'''", "a", " ");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        const endless = new Set<string>();
        for (let from = 0; from <= text.length; ) {
          const close = closingBraces(text, from);
          expect(closingBraces(text, from, endless)).toBe(close);
          from = (close ?? text.length) + 2;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("loses no character: its pieces and their braces are the text", () => {
    const piece = fc.constantFrom("{{ a }}", "{{", "}}", "'", '"', "b", " ", "{{ '}}' }}", "{{ {} }}");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const { parts } = parseTemplate(text);
        const spaceless = (value: string) => value.replaceAll(" ", "");
        const back = parts.map((part) => (part.kind === "text" ? part.text : `{{${part.source}}}`)).join("");
        expect(spaceless(back)).toBe(spaceless(text));
        const expressions = parts.filter((part) => part.kind === "expression");
        expect(expressions.map(({ start, end }) => text.slice(start, end))).toEqual(
          expressions.map(({ source }) => source),
        );
      }),
    );
  });

  it("gives a text without braces back as it is, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        fc.pre(!text.includes("{{"));
        expect(renderTemplate(text, {})).toBe(text);
      }),
    );
  });

  it("puts any text in as it is: what a stranger wrote is never read as a template", () => {
    const stranger = fc.oneof(fc.string(), fc.constantFrom("{{ secret }}", "\\{{", "}}", "'}} {{ secret }}"));
    fc.assert(
      fc.property(stranger, stranger, (one, other) => {
        const state = { one, other, secret: "hidden" };
        expect(renderTemplate("<{{ one }}|{{ other }}>", state)).toBe(`<${one}|${other}>`);
      }),
    );
  });
});

describe("a name as long as a text", () => {
  it("is compared only with names that could be meant", () => {
    const known = Array.from({ length: 2_000 }, (_, index) => `channel${index}`);
    expect(isQuick(() => nearest("z".repeat(50_000), known))).toBe(true);
    expect(nearest("chanel7", known)).toBe("channel7");
  });
});
