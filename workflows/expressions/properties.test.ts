import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAppError } from "@/workflows/errors/app-error";
import type { Channels } from "@/workflows/graph/channel";
import { json } from "@/workflows/graph/testing/arbitraries";
import { expressionChannels } from "./channels-used";
import { checkExpression, checkTemplate } from "./check";
import { type ExpressionState, evaluate } from "./evaluate";
import { renderTemplate, templateValue } from "./template";
import { textOf } from "./text";

const channels: Channels = {
  count: { type: "number", reducer: "replace" },
  price: { type: "number", reducer: "replace" },
  name: { type: "string", reducer: "replace" },
  done: { type: "boolean", reducer: "replace" },
  tags: { type: "array", reducer: "append" },
  order: { type: "object", reducer: "merge" },
};
const state = { count: 3, price: 2.5, name: "Ada", done: true, tags: ["a", "b"], order: { total: 4 } };

/** Pieces of the language and of others, thrown together: what people write while they are still writing. */
const soup = fc
  .array(
    fc.constantFrom(
      ..."count name tags order.total last( has( map(x, filter( ( ) [ ] { } , . ? : + - * / % ! == = != && || < 1 2.5 0 -1 'a' \" ' \\ null true in x.y .? [0] {{ }} r' b'x' \"\"\" // matches( $ @ # é 😀 while type optional cel.bind( 9999999999999999999 1u".split(
        " ",
      ),
    ),
    { maxLength: 12 },
  )
  .chain((parts) => fc.constantFrom(parts.join(" "), parts.join("")));

function refusalOf(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe("any text at all", () => {
  it("is checked without a crash, and every problem has a place in it and says something", () => {
    fc.assert(
      fc.property(soup, (text) => {
        for (const problem of [
          ...checkExpression(text, channels, "boolean"),
          ...checkTemplate(text, channels),
        ]) {
          expect(problem.start).toBeGreaterThanOrEqual(0);
          expect(problem.end).toBeGreaterThanOrEqual(problem.start);
          expect(problem.end).toBeLessThanOrEqual(text.length);
          expect(problem.message).toMatch(/\S.{5,}/);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("has a value or fails as an expression does", () => {
    fc.assert(
      fc.property(soup, (text) => {
        for (const run of [() => evaluate(text, state), () => renderTemplate(text, state)]) {
          const refusal = refusalOf(run);
          expect(refusal === undefined || (isAppError(refusal) && refusal.code === "expression_failed")).toBe(
            true,
          );
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("reads no channel but those it is said to read", () => {
    fc.assert(
      fc.property(soup, (text) => {
        const said = new Set(expressionChannels(text));
        const read = new Set<string>();
        const watched: ExpressionState = Object.defineProperties(
          {},
          Object.fromEntries(
            Object.entries(state).map(([name, value]) => {
              const get = () => {
                read.add(name);
                return value;
              };
              return [name, { enumerable: true, get }];
            }),
          ),
        );
        refusalOf(() => evaluate(text, watched));
        expect([...said]).toEqual(expect.arrayContaining([...read]));
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Expressions of each type that are right by construction. */
const { number, text, truth, items } = fc.letrec<{
  number: string;
  text: string;
  truth: string;
  items: string;
}>((tie) => ({
  number: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("count", "price", "1", "2.5", "order.total", "size(tags)", "size(name)"),
    fc
      .tuple(tie("number"), fc.constantFrom("+", "-", "*"), tie("number"))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie("items").map((list) => `size(${list})`),
  ),
  text: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("name", "'x y'", '"}}"', "''"),
    fc.tuple(tie("text"), tie("text")).map(([a, b]) => `(${a} + ${b})`),
    fc.tuple(fc.constantFrom("lower", "upper", "trim"), tie("text")).map(([call, a]) => `${call}(${a})`),
    tie("number").map((a) => `text(${a})`),
    fc.tuple(tie("items"), tie("text")).map(([list, between]) => `join(${list}, ${between})`),
    fc.tuple(tie("truth"), tie("text"), tie("text")).map(([when, a, b]) => `(${when} ? ${a} : ${b})`),
  ),
  truth: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("done", "true", "has(order.total)", "has(order.tax)"),
    fc
      .tuple(tie("number"), fc.constantFrom("<", ">=", "==", "!="), tie("number"))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc
      .tuple(tie("text"), fc.constantFrom("==", "!="), tie("text"))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc
      .tuple(tie("truth"), fc.constantFrom("&&", "||"), tie("truth"))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie("truth").map((a) => `!${a}`),
    fc.tuple(tie("text"), tie("text")).map(([a, b]) => `contains(${a}, ${b})`),
    fc.tuple(tie("items"), tie("text")).map(([list, a]) => `${list}.exists(t, t == ${a})`),
  ),
  items: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("tags", "['a', 'b']"),
    fc.tuple(tie("items"), tie("text")).map(([list, a]) => `${list}.map(t, text(t) + ${a})`),
    fc.tuple(tie("items"), tie("truth")).map(([list, when]) => `${list}.filter(t, ${when})`),
    tie("text").map((a) => `split(${a}, ',')`),
  ),
}));

describe("an expression that is right", () => {
  it.each([
    ["number", number, "number"],
    ["string", text, "string"],
    ["boolean", truth, "boolean"],
    ["array", items, "object"],
  ] as const)("has no problems where a %s is expected, and gives one", (expected, expressions, type) => {
    fc.assert(
      fc.property(expressions, (source) => {
        expect(checkExpression(source, channels, expected)).toEqual([]);
        expect(typeof evaluate(source, state)).toBe(type);
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same on its own, in a template and as a template's text", () => {
    fc.assert(
      fc.property(text, (source) => {
        const value = evaluate(source, state);
        expect(templateValue(`{{ ${source} }}`, state)).toBe(value);
        expect(renderTemplate(`<{{${source}}}>`, state)).toBe(`<${textOf(value)}>`);
        expect(checkTemplate(`<{{ ${source} }}>`, channels)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("is not pleased with a channel less", () => {
    const { name: _, ...fewer } = channels;
    fc.assert(
      fc.property(text, (source) => {
        const missing = checkExpression(source, fewer).filter(({ code }) => code === "unknown_channel");
        expect(missing.map(({ channel }) => channel)).toEqual(
          expressionChannels(source).includes("name") ? ["name"] : [],
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("JSON is an expression", () => {
  it("that gives itself, braces, quotes and all, also inside a template", () => {
    // Keys that the language drops are reported while writing.
    const kept = json.filter((value) => checkExpression(JSON.stringify(value), {}).length === 0);
    fc.assert(
      fc.property(kept, (value) => {
        const source = JSON.stringify(value);
        expect(evaluate(source, {})).toEqual(value);
        expect(templateValue(`{{ ${source} }}`, {})).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });
});
