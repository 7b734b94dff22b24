import { describe, expect, it } from "vitest";
import { expressionFunctions } from "../functions";
import { anything, listOf, number, text, type ValueType } from "../types/value-type";
import { functionOptions, methodOptions } from "./function-options";

const function_ = (signature: string) => ({ signature, summary: "Does it", example: "it()" });
const some = [
  "now()",
  "size(value)",
  "list.map(item, value)",
  "list.sum()",
  "list.find(item)",
  "text.cut(from)",
];
const all = some.map(function_);
const labels = (options: readonly { label: string }[]) => options.map(({ label }) => label);

describe("functions on their own", () => {
  it("are those without a receiver", () => {
    expect(labels(functionOptions(all))).toEqual(["now", "size"]);
  });
});

describe("methods", () => {
  it.each<[ValueType, string[]]>([
    [listOf(text), ["map", "sum", "find"]],
    [text, ["cut"]],
    [anything, ["map", "sum", "find", "cut"]],
    [number, []],
    [{ kind: "object", fields: {}, others: "likely" }, []],
  ])("of %j", (receiver, names) => {
    expect(labels(methodOptions(all, receiver))).toEqual(names);
  });

  it.each([
    ["size(value)", "size(|)", "(value)"],
    ["list.map(item, value)", "map(item, |)", "(item, value)"],
    ["list.find(item)", "find(|)", "(item)"],
    ["text.cut(from)", "cut(|)", "(from)"],
  ])("%s is written as %s", (signature, written, detail) => {
    const [option] = [
      ...functionOptions([function_(signature)]),
      ...methodOptions([function_(signature)], anything),
    ];
    const { insert = "", caret } = option ?? {};
    expect(`${insert.slice(0, caret)}|${insert.slice(caret)}`).toBe(written);
    expect(option).toMatchObject({ detail, info: "Does it, e.g. it()" });
  });

  it("and functions together are all that the language has, each offered in one place", () => {
    const onValues = [text, listOf(anything)].flatMap((type) => methodOptions(expressionFunctions, type));
    const offered = [...functionOptions(expressionFunctions), ...onValues];
    expect(offered).toHaveLength(expressionFunctions.length);
  });
});
