import { describe, expect, it } from "vitest";
import { expressionChannels, templateChannels } from "./channels-used";
import { isReservedName } from "./roots";

describe("expressionChannels", () => {
  it.each([
    ["count + 1", ["count"]],
    ["b + a + b", ["b", "a"]],
    ["order.customer[key].name", ["order", "key"]],
    ["items.map(x, x + y)", ["items", "y"]],
    ["items.filter(x, x.ok).exists(z, z == other)", ["items", "other"]],
    ["items.map(x, x > low, x)", ["items", "low"]],
    ["x.map(x, x)", ["x"]],
    ["a.all(x, b.exists(y, x == y && c)) && x", ["a", "b", "c", "x"]],
    ["cel.bind(v, v + a, v + b)", ["v", "a", "b"]],
    ["has(order.total)", ["order"]],
    ["type(a) == int", ["a"]],
    ["a.?b.orValue(c)", ["a", "c"]],
    ['{"a": b}', ["b"]],
    ["f(a, [b])", ["a", "b"]],
    ["'name'", []],
    ["broken +", []],
  ])("%s", (text, expected) => {
    expect(expressionChannels(text)).toEqual(expected);
  });
});

describe("templateChannels", () => {
  it.each([
    ["Hi {{ name }} {{ order.total }} {{ name }}", ["name", "order"]],
    ["name", []],
    ["{{ broken + }} {{ ok }}", ["ok"]],
    ["\\{{ name }}", []],
  ])("%s", (text, expected) => {
    expect(templateChannels(text)).toEqual(expected);
  });
});

describe("isReservedName", () => {
  it.each([
    ["type", true],
    ["in", true],
    ["list", true],
    ["messages", false],
    ["constructor", false],
  ])("%s", (name, expected) => {
    expect(isReservedName(name)).toBe(expected);
  });
});
