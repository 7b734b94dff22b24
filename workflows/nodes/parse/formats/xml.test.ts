import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { readXml } from "./xml";

const read = (text: string, more: { attributes?: boolean; typed?: boolean } = {}) =>
  readXml(text, { attributes: true, typed: false, ...more });

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

describe("an XML text", () => {
  it.each<[string, string, object, Json]>([
    ["an empty element", "<r/>", {}, { r: "" }],
    ["a mark of Windows", "\ufeff<r>x</r>", {}, { r: "x" }],
    ["text that looks like markup", "<r><![CDATA[<b>&amp;]]></r>", {}, { r: "<b>&amp;" }],
    ["a comment", "<r><!-- no -->x</r>", {}, { r: "x" }],
    ["one element of a name", "<r><a>1</a></r>", {}, { r: { a: "1" } }],
    ["several of a name", "<r><a>1</a><b>2</b><a>3</a></r>", {}, { r: { a: ["1", "3"], b: "2" } }],
    ["a namespace", '<x:r xmlns:x="u"><x:a>1</x:a></x:r>', { attributes: false }, { "x:r": { "x:a": "1" } }],
    ["attributes left out", '<r id="1">x</r>', { attributes: false }, { r: "x" }],
    [
      "attributes that are read",
      '<r n="1" ok="true" z="007"/>',
      { typed: true },
      { r: { "@n": 1, "@ok": true, "@z": "007" } },
    ],
    ["a long number", "<r>4111111111111111</r>", { typed: true }, { r: "4111111111111111" }],
  ])("may have %s", (_, text, more, value) => {
    expect(read(text, more)).toEqual(value);
  });

  it("gives texts back as they were before they were escaped", () => {
    const text = fc
      .string({ unit: fc.constantFrom(...Array.from("abc &<>\"'é0👍")) })
      .filter((value) => value === value.trim());
    fc.assert(
      fc.property(text, text, (inside, attribute) => {
        const found = read(`<r><a k="${escaped(attribute)}">x</a><b>${escaped(inside)}</b></r>`);
        expect(found).toEqual({ r: { a: { "#text": "x", "@k": attribute }, b: inside } });
      }),
    );
  });

  it.each([
    ["nothing", ""],
    ["no element", "just words"],
    ["an element that never closes", "<r>"],
    ["two roots that cross", "<a><b></a></b>"],
    ["an attribute without quotes", "<r a=1/>"],
    ["an entity in capitals", '<!DOCTYPE r [<!EnTiTy a "b">]><r>&a;</r>'],
  ])("is refused in words: %s", (_, text) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({
        code: "invalid_input",
        message: expect.stringMatching(/^The text cannot be read as XML: /),
      }),
    );
  });
});
