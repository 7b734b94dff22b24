import type { Json } from "@/workflows/graph/json";

const deep = (levels: number): Json => (levels === 0 ? "bottom" : [{ in: deep(levels - 1) }]);

/** What nobody who wrote a graph thought of: it stands in a form, in a channel, or in what a model answered. */
export const hostileValues: readonly (readonly [name: string, value: Json])[] = [
  ["nothing", null],
  ["an empty text", ""],
  ["white space", " \t\n\u00a0"],
  ["a zero", 0],
  ["a negative number", -1],
  ["a fraction", 1.7],
  ["the largest number", Number.MAX_VALUE],
  ["true", true],
  ["an empty list", []],
  ["a list of nothing", [null, null]],
  ["a list of all kinds", [1, "1", null, true, [], {}, [[]]]],
  ["an empty object", {}],
  ["keys of every object", JSON.parse('{"__proto__":{"polluted":1},"constructor":1,"hasOwnProperty":2}')],
  ["a list of keys of every object", JSON.parse('[{"__proto__":{"polluted":1}},{"toString":"x"}]')],
  ["a deep value", deep(40)],
  ["a long text", "word ".repeat(2_000)],
  ["a text of many scripts", "Ａ́ßİ  ‮abc\u0000 👩‍👩‍👧 \ud800"],
  ["a template", "{{ constructor }} {{ 1 / 0 }} {{"],
  ["markup", "<script>alert(1)</script>]]>&amp;"],
  ["broken JSON", '{"a": [1, 2'],
  ["a text of backticks", "``` ` $&"],
];
