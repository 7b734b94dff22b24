import { AIMessage, HumanMessage } from "@langchain/core/messages";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, evaluateCondition } from "./evaluate";
import { parseExpression } from "./parse";

const state = {
  count: 5,
  price: 1.5,
  name: "Ada",
  unset: null,
  flag: true,
  tags: ["red", "green"],
  items: [
    { title: "one", score: 0.2 },
    { title: "two", score: 0.9 },
  ],
  order: { total: 12, lines: [1, 2, 3], customer: { name: "Bo" } },
  empty: [],
};

describe("evaluate", () => {
  it.each([
    ["count + 1", 6],
    ["count + 0.5", 5.5],
    ["1 + count", 6],
    ["count > 3", true],
    ["count == 5", true],
    ["5 == count", true],
    ["count != 5", false],
    ["count / 2", 2.5],
    ["count % 2", 1],
    ["-count", -5],
    ["2 == 2.0", true],
    ["1 + 2 * 3", 7],
    ["price * 2", 3],
    ["count in [1, 5]", true],
    ["5 in order.lines", false],
    ["2 in order.lines", true],
    ["items[0].title", "one"],
    ["order.lines[size(order.lines) - 1]", 3],
    ["order.lines[count - 4]", 2],
    ["items.filter(i, i.score > 0.5).map(i, i.title)", ["two"]],
    ["has(order.total)", true],
    ["has(order.tax)", false],
    ["order.?tax.orValue(0)", 0],
    ["order.?tax", null],
    ['{"total": order.total, "n": 1}', { total: 12, n: 1 }],
    ['[1, "a", null]', [1, "a", null]],
    ["unset == null", true],
    ["missing == null", true],
    ["tags == null", false],
    ["order != null", true],
    ["count == null", false],
    ["null == name", false],
    ["flag == null", false],
    ["missing", null],
    ["last(tags)", "green"],
    ["tags.last()", "green"],
    ["first(tags)", "red"],
    ["last(empty)", null],
    ["first(empty)", null],
    ["text(count)", "5"],
    ["text(order.lines)", "[1,2,3]"],
    ["text(unset)", ""],
    ['name + ": " + text(price)', "Ada: 1.5"],
    ["json(tags)", '["red","green"]'],
    ["json(1 + 1)", "2"],
    ['contains(name, "d")', true],
    ['contains(tags, "red")', true],
    ['tags.contains("blue")', false],
    ['contains(order, "total")', true],
    ["contains(order.lines, 2)", true],
    ["lower(name)", "ada"],
    ["name.upper()", "ADA"],
    ['trim("  x ")', "x"],
    ['split("a,b", ",")', ["a", "b"]],
    ['join(tags, "+")', "red+green"],
    ['join(order.lines, "-")', "1-2-3"],
    ["size(tags)", 2],
    ['duration("1500ms")', 1.5],
    ['timestamp("2024-01-01T00:00:00Z")', "2024-01-01T00:00:00.000Z"],
    ["uint(7)", 7],
    ["cel.bind(t, order.total, t + t)", 24],
  ])("%s", (text, expected) => {
    expect(evaluate(text, state)).toEqual(expected);
  });

  it.each([
    ["order.tax", /No such key: tax.*has\(/],
    ["name > 3", /do not fit together/],
    ["count / 0", /not a number.*divisor/],
    ["type(count)", /cannot hold/],
    ["order.lines[9]", /out of bounds/],
    ["1 +", /stops too early/],
    ["unset + 1", /channel without a value is null/],
  ])("%s fails with a reason", (text, reason) => {
    expect(() => evaluate(text, state)).toThrow(reason);
    expect(() => evaluate(text, state)).toThrow(expect.objectContaining({ code: "expression_failed" }));
  });

  it("shortens a long expression in its message", () => {
    const long = `${"1 + ".repeat(100)}missing.key`;
    expect(() => evaluate(long, {})).toThrow("…");
  });

  it("sees LangChain messages as role and content", () => {
    const messages = [
      new HumanMessage("hi"),
      new AIMessage({
        content: [
          { type: "text", text: "hello " },
          { type: "text", text: "you" },
        ],
        id: "m2",
      }),
      new AIMessage({ content: "", tool_calls: [{ id: "c1", name: "calculator", args: { a: 1 } }] }),
    ];
    expect(evaluate("messages.map(m, m.role)", { messages })).toEqual(["user", "assistant", "assistant"]);
    expect(evaluate("messages[1].content", { messages })).toBe("hello you");
    expect(evaluate("messages[1].id", { messages })).toBe("m2");
    expect(evaluate("last(messages).toolCalls[0].name", { messages })).toBe("calculator");
  });

  it("does not reach what every object inherits", () => {
    expect(evaluate("constructor", {})).toBeNull();
    expect(evaluate("toString", {})).toBeNull();
    expect(() => evaluate("order.constructor", state)).toThrow(/No such key/);
  });

  it("runs a parsed expression over many states", () => {
    const parsed = parseExpression("count * 2");
    expect(parsed.ok).toBe(true);
    expect(parsed.ok && [1, 2.5].map((count) => evaluate(parsed.value, { count }))).toEqual([2, 5]);
  });

  it("gives any JSON back as it was", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(evaluate("value", { value: plain })).toEqual(plain);
      }),
    );
  });

  it("adds and compares numbers as JavaScript does", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 1_000_000 }), (a, b) => {
        expect(evaluate(`a + ${b}`, { a })).toBe(a + b);
        expect(evaluate(`a > ${b}`, { a })).toBe(a > b);
        expect(evaluate(`a == ${b}`, { a })).toBe(a === b);
      }),
    );
  });
});

describe("evaluateCondition", () => {
  it("gives true or false", () => {
    expect(evaluateCondition("count > 3", state)).toBe(true);
    expect(evaluateCondition("flag && count < 3", state)).toBe(false);
  });

  it("refuses another value, naming it", () => {
    expect(() => evaluateCondition("count", state)).toThrow(/gave 5; a condition must give true or false/);
  });
});
