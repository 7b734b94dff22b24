import { runInThisContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { text } from "@/workflows/code/support/plain.server";
import { evaluate } from "@/workflows/expressions/evaluate";
import { renderTemplate } from "@/workflows/expressions/template";
import type { Channels } from "@/workflows/graph/channel";
import { conditionCode, expressionCode, isFixed, templateCode } from "./expression";

const channels: Channels = {
  topic: { type: "string", reducer: "replace" },
  count: { type: "number", reducer: "replace" },
  done: { type: "boolean", reducer: "replace" },
  list: { type: "array", reducer: "append" },
  chat: { type: "messages", reducer: "messages" },
};

/** A scope that remembers what was imported. */
function scopeOf() {
  const used: string[] = [];
  return {
    used,
    channels,
    use: (module: string, ...names: string[]) => used.push([module, ...names].join(" ")),
  };
}

function valueIn(code: string, state: object): unknown {
  const run = runInThisContext(`(state, text, evaluate, renderTemplate) => (${code})`);
  return run(state, text, evaluate, renderTemplate);
}

const evaluated = "./lib/expressions/evaluate evaluate";
const rendered = "./lib/expressions/template renderTemplate";

describe("an expression as code", () => {
  it.each([
    ["42", "42", []],
    ["2.5", "2.5", []],
    ["'it''s'", "evaluate(\"'it''s'\", state)", [evaluated]],
    ["'say \"hi\"'", '"say \\"hi\\""', []],
    ["true", "true", []],
    ["null", "null", []],
    ["topic", "state.topic ?? null", []],
    [" count ", "state.count ?? null", []],
    ["list", 'evaluate("list", state)', [evaluated]],
    ["chat", 'evaluate("chat", state)', [evaluated]],
    ["unknown", 'evaluate("unknown", state)', [evaluated]],
    ["toString", 'evaluate("toString", state)', [evaluated]],
    ["count + 1", 'evaluate("count + 1", state)', [evaluated]],
    ["1e999", 'evaluate("1e999", state)', [evaluated]],
    ["topic ==", 'evaluate("topic ==", state)', [evaluated]],
  ])("%s is %s", (source, code, used) => {
    const scope = scopeOf();
    expect(expressionCode(source, scope)).toBe(code);
    expect(scope.used).toEqual(used);
  });

  it.each([
    "42",
    "-7",
    "2.5",
    "1e3",

    "9007199254740993",
    "'a\\nb'",
    "true",
    "null",
    "topic",
    "count",
  ])("%s has the value that the product gives it", (source) => {
    const state = { topic: "`$" + "{x}`", count: 3 };
    const code = expressionCode(source, scopeOf());
    expect(valueIn(code, state)).toEqual(evaluate(source, state));
  });

  it("as a condition is always evaluated, so that it is refused where it is no yes or no", () => {
    const scope = scopeOf();
    expect(conditionCode('topic == "`"', scope)).toBe('evaluateCondition("topic == \\"`\\"", state)');
    expect(scope.used).toEqual(["./lib/expressions/evaluate evaluateCondition"]);
  });
});

describe("a template as code", () => {
  const hole = (name: string) => `$\{text(state.${name})}`;
  it.each([
    ["", '""', []],
    ["Hello", '"Hello"', []],
    ["Two\nlines", "`Two\nlines`", []],
    ["Hi {{ topic }}!", `\`Hi ${hole("topic")}!\``, ["./lib/plain text"]],
    ["{{topic}}{{ count }}", `\`${hole("topic")}${hole("count")}\``, ["./lib/plain text"]],
    ["{{ list }}", 'renderTemplate("{{ list }}", state)', [rendered]],
    ["{{ topic }}: {{ size(list) }}", 'renderTemplate("{{ topic }}: {{ size(list) }}", state)', [rendered]],
    ["a\n{{ chat }}", "renderTemplate(`a\n{{ chat }}`, state)", [rendered]],
  ])("%j is %s", (template, code, used) => {
    const scope = scopeOf();
    expect(templateCode(template, scope)).toBe(code);
    expect(scope.used).toEqual(used);
  });

  it("over other values than the state is rendered with them; a fixed one needs none", () => {
    expect(templateCode("Hi {{ topic }}", scopeOf(), "given")).toBe(
      'renderTemplate("Hi {{ topic }}", given)',
    );
    expect(templateCode("Hi", scopeOf(), "given")).toBe('"Hi"');
  });

  it("gives the text that the product gives, whatever stands around and in the channels", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 3 }),
      fc.constantFrom(
        "{{ topic }}",
        "{{ count }}",
        "{{ done }}",
        "{{ size(list) }}",
        "$",
        "{",
        "`",
        "\\",
        "\n",
      ),
    );
    const state = fc.record(
      {
        topic: fc.oneof(fc.string({ unit: "binary" }), fc.constant(null)),
        count: fc.integer(),
        done: fc.boolean(),
        list: fc.array(fc.string()),
      },
      { requiredKeys: ["list", "topic", "count", "done"] },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), state, (pieces, values) => {
        const template = pieces.join("");
        const told = (give: () => unknown) => {
          try {
            return give();
          } catch (error) {
            return error instanceof Error ? error.message : error;
          }
        };
        const code = templateCode(template, scopeOf());
        expect(told(() => valueIn(code, values))).toBe(told(() => renderTemplate(template, values)));
      }),
    );
  });

  it.each([
    ["Hello", true],
    ["", true],
    ["{{ 1 }}", false],
    ["Hi {{ topic }}", false],
  ])("%j is fixed: %s", (template, fixed) => {
    expect(isFixed(template)).toBe(fixed);
  });
});
