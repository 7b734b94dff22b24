import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTemplate } from "./parse-template";
import { renderTemplate, templateValue } from "./template";

const state = { name: "Ada", count: 2, order: { total: 12 }, tags: ["a", "b"], unset: null };

describe("renderTemplate", () => {
  it.each([
    ["plain", "plain"],
    ["", ""],
    ["Hi {{ name }}!", "Hi Ada!"],
    ["{{name}}{{ count }}", "Ada2"],
    ["{{ order }}", '{"total":12}'],
    ["{{ tags }}", '["a","b"]'],
    ["[{{ unset }}]", "[]"],
    ["[{{ nowhere }}]", "[]"],
    ['{{ {"a": {"b": count}} }}', '{"a":{"b":2}}'],
    ['{{ "}}" }}', "}}"],
    ["{{ '\\'}}' }}", "'}}"],
    ['{{ """a "}} b""" }}', 'a "}} b'],
    ["\\{{ name }}", "{{ name }}"],
    ["a \\{{ b }} {{ count + 1 }}", "a {{ b }} 3"],
    ["open {{ name", "open {{ name"],
    ["{ name }", "{ name }"],
    ["{{ count }} } }}", "2 } }}"],
  ])("%s", (text, expected) => {
    expect(renderTemplate(text, state)).toBe(expected);
  });

  it("says which expression failed", () => {
    expect(() => renderTemplate("a {{ order.tax }} b", state)).toThrow(/“order.tax” failed/);
  });

  it("leaves a text without brackets alone", () => {
    const text = fc.string().filter((value) => !value.includes("{{"));
    fc.assert(
      fc.property(text, (value) => {
        expect(renderTemplate(value, {})).toBe(value);
      }),
    );
  });

  it("puts any text in unharmed", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(renderTemplate("<{{ v }}>", { v: value })).toBe(`<${value}>`);
      }),
    );
  });
});

describe("templateValue", () => {
  it.each([
    ["{{ order }}", { total: 12 }],
    ["  {{ count }} ", 2],
    ["{{ count }} pieces", "2 pieces"],
    ["{{ count }}{{ count }}", "22"],
    ["none", "none"],
  ])("%s", (text, expected) => {
    expect(templateValue(text, state)).toEqual(expected);
  });
});

describe("parseTemplate", () => {
  it("places each expression in the text", () => {
    const text = "Hi {{  name }} and {{count}}";
    const spans = parseTemplate(text).parts.flatMap((part) =>
      part.kind === "expression" ? [text.slice(part.start, part.end)] : [],
    );
    expect(spans).toEqual(["name", "count"]);
  });

  it("locates brackets that never close", () => {
    expect(parseTemplate("ab {{ x").problem).toMatchObject({ code: "unclosed", start: 3, end: 7 });
    expect(parseTemplate("ab {{ x }}").problem).toBeUndefined();
  });

  it("never throws", () => {
    const text = fc.array(fc.constantFrom("{{", "}}", "{", "}", '"', "'", "\\", "a", " ", "r"));
    fc.assert(
      fc.property(text, (parts) => {
        expect(parseTemplate(parts.join("")).parts).toBeInstanceOf(Array);
      }),
    );
  });
});
