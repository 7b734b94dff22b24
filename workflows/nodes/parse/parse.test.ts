import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { parseConfig, parseDefinition } from "./definition";

nodeContract("parse");

const read = async (format: string, text: Json, more: JsonObject = {}) =>
  (await runNode("parse", { text: "text", format, output: "out", ...more }, { text })).update?.out;

describe("parse", () => {
  it.each<[string, string, JsonObject, Json]>([
    ["json", ' {"a": [1, null]} ', {}, { a: [1, null] }],
    ["json", 'Here you are:\n```json\n{"a": 1}\n```\nAnything else?', {}, { a: 1 }],
    ["json", "null", {}, null],
    ["csv", "a,b\n1,2\n", {}, [{ a: "1", b: "2" }]],
    ["csv", "\ufeffa;b\n007;true\n\n", { delimiter: "semicolon", typed: true }, [{ a: "007", b: true }]],
    ["csv", 'a,b\n"x, ""y""\nz",2', {}, [{ a: 'x, "y"\nz', b: "2" }]],
    ["csv", "a,b\n1\n", {}, [{ a: "1", b: null }]],
    ["csv", "1,2\n3", { header: false, typed: true }, [[1, 2], [3]]],
    ["csv", "", {}, []],
    [
      "xml",
      '<?xml version="1.0"?><r><a id="1">x</a><a>y &amp; z</a></r>',
      {},
      { r: { a: [{ "#text": "x", "@id": "1" }, "y & z"] } },
    ],
    [
      "xml",
      '<r a="1"><n>42</n><z>007</z></r>',
      { typed: true, attributes: false },
      { r: { n: 42, z: "007" } },
    ],
    [
      "html",
      "<h1>News</h1><script>alert(1)</script><p>One <b>two</b> <a href='/x'>three</a></p>",
      {},
      "# News\n\nOne **two** [three](/x)",
    ],
    ["html", "<p>One<p>Two", { take: "text" }, "One\n\nTwo"],
    [
      "html",
      "<table><tr><th>A<th>B<tr><td>1<td>2</table>",
      { take: "tables" },
      [
        [
          ["A", "B"],
          ["1", "2"],
        ],
      ],
    ],
    [
      "html",
      "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
      {},
      "| A | B |\n| - | - |\n| 1 | 2 |",
    ],
    [
      "html",
      "<a href='/x'>One</a><a href='#in'>In</a><a href='javascript:alert(1)'>Bad</a><a href='mailto:a@b.org'>Mail</a>",
      { take: "links", base: "https://example.com/y/" },
      [
        { href: "https://example.com/x", text: "One" },
        { href: "mailto:a@b.org", text: "Mail" },
      ],
    ],
    [
      "markdown",
      "Before\n\n# One #\ntext\n```\n# no heading\n```\nTwo\n---\nmore\n### Three",
      {},
      [
        { level: 0, title: "", text: "Before" },
        { level: 1, title: "One", text: "text\n```\n# no heading\n```" },
        { level: 2, title: "Two", text: "more" },
        { level: 3, title: "Three", text: "" },
      ],
    ],
    [
      "markdown",
      "- item\n---\n> quote\n===\n#no\n####### no",
      {},
      [{ level: 0, title: "", text: "- item\n---\n> quote\n===\n#no\n####### no" }],
    ],
    ["markdown", "", {}, []],
  ])("%s of %j with %j", async (format, text, more, out) => {
    expect(await read(format, text, more)).toEqual(out);
  });

  it.each<[string, Json, JsonObject, RegExp]>([
    ["json", "{a: 1}", {}, /cannot be read as JSON: .+ It begins with "\{a: 1\}"\.$/],
    ["json", "```\n{}\n```", { fenced: false }, /cannot be read as JSON/],
    ["json", 7, {}, /“Text” \(text\) gives 7, and a text is needed/],
    ["csv", "a\n1,2", {}, /row 2 has 2 cells, and the first row names 1 columns/],
    ["csv", 'a\n"1', {}, /cannot be read as CSV: Quote Not Closed/],
    ["xml", "<r><a></r>", {}, /cannot be read as XML/],
    ["xml", "no tags", {}, /cannot be read as XML/],
    ["json", "123", { most: 2 }, /gives 3 characters; this node reads up to 2/],
  ])("%s of %j with %j says what is wrong", async (format, text, more, message) => {
    await expect(read(format, text, more)).rejects.toThrow(message);
  });

  it("knows the type of what it writes", () => {
    const types = ["json", "csv", "xml", "markdown"].map((format) =>
      parseDefinition.writes(parseConfig.parse({ format, output: "o" })).map(({ type }) => type),
    );
    expect(types).toEqual([[undefined], ["array"], ["object"], ["array"]]);
    const taken = ["markdown", "text", "links", "tables"].map((take) =>
      parseDefinition
        .writes(parseConfig.parse({ format: "html", take, output: "o" }))
        .map(({ type }) => type),
    );
    expect(taken).toEqual([["string"], ["string"], ["array"], ["array"]]);
  });

  it("says what a new one lacks", () => {
    expect(issuesOf("parse", { base: "example.com" })).toEqual([
      "text: Say which text is read.",
      "output: The result goes nowhere: choose the channel to write it to.",
      "base: This is no address. Begin it with https://.",
    ]);
  });
});
