import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { json } from "@/workflows/graph/testing/arbitraries";
import { evaluate } from "../evaluate";
import { parseExpression } from "../parse";
import { type Inferred, inferType } from "./infer";
import { typeOfChannel } from "./of-channel";
import { typeOfValue } from "./of-value";
import { anything, listOf, number, type Shapes, text, truth, typeWord, type ValueType } from "./value-type";

const order: ValueType = {
  kind: "object",
  fields: {
    total: number,
    customer: { kind: "object", fields: { name: text }, others: "none" },
    tags: listOf(text),
  },
  others: "none",
};
const shapes: Shapes = {
  order,
  orders: listOf(order),
  loose: { kind: "object", fields: { total: number }, others: "likely" },
  answer: { kind: "object", fields: { score: number, reason: text }, others: "unlikely" },
  count: number,
  name: text,
  done: truth,
  messages: typeOfChannel("messages"),
};

function infer(source: string, names: Shapes = shapes): Inferred {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.problem.message}`);
  return inferType(parsed.value.ast, names);
}

describe("the type of an expression", () => {
  it.each([
    ["order.total", "number"],
    ["order.customer.name", "text"],
    ["order['total']", "number"],
    ["orders[0].tags", "list of texts"],
    ["orders.map(o, o.total)", "list of numbers"],
    ["orders.map(o, o.total > 3, o.customer)", "list of objects"],
    ["orders.filter(o, o.total > 3)[0].customer.name", "text"],
    ["orders.exists(o, o.total > 3)", "true/false"],
    ["last(messages).content", "text"],
    ["messages.last().role", "text"],
    ["last(messages).toolCalls[0].args.city", "any"],
    ["count + 1", "number"],
    ["name + 'x'", "text"],
    ["order.tags + ['a']", "list of texts"],
    ["done ? order.total : count", "number"],
    ["done ? order.total : name", "any"],
    ["done ? null : name", "text"],
    ["cel.bind(o, order, o.customer.name)", "text"],
    ["{'a': count, 'b': [name]}.b", "list of texts"],
    ["{name: count}.a", "any"],
    ["size(orders) * 2 - -1", "number"],
    ["loose.other", "any"],
    ["split(name, ',')", "list of texts"],
    ["unheard_of.whatever", "any"],
    ["order.?total", "any"],
    ["null", "nothing"],
    ["[]", "list"],
    ["[[1], [2]]", "list of lists"],
  ])("%s is %s", (source, word) => {
    const { type, problems } = infer(source);
    expect(problems).toEqual([]);
    expect(typeWord(type)).toBe(word);
  });
});

describe("what types show to be wrong", () => {
  it.each([
    ["order.totl", "totl", /no field named “totl” here. Did you mean “total”/],
    ["order.xyz", "xyz", /It has total, customer, tags/],
    ["last(messages).contnet", "contnet", /“content”/],
    ["orders.map(o, o.customer.nam)", "nam", /“name”/],
    ["orders.total", "total", /list of objects, which has no fields. Take one item/],
    ["order.total.x", "x", /asked of a number/],
    ["order.total + name", "order.total + name", /a number and a text do not go together with \+\. Use text/],
    ["order.tags - 1", "order.tags - 1", /- does not work on a list of texts/],
    ["order.total > order.customer.name", "order.total > order.customer.name", /do not go together with >/],
    ["order.customer.name && done", "order.customer.name && done", /&& does not work on a text/],
    ["!order.total", "!order.total", /! does not work on a number/],
    ["upper(order.total)", "upper(order.total)", /upper\(…\) works on a text, not on a number. Use text/],
    ["order.map(o, o)", "order.map(o, o)", /map\(…\) works on a list, not on an object/],
    ["size(order.total) > 1", "size(order.total)", /works on a text, a list or an object/],
    ["!done && order.total", "!done && order.total", /&& does not work on a number/],
    ["{'a': 1, 'prototype': 2}", "'prototype'", /cannot have the key “prototype”/],
    ["done + 1", "done + 1", /\+ does not work on true or false/],
    ["order.total ? 1 : 2", "order.total ? 1 : 2", /condition before \? does not work on a number/],
  ])("%s: at “%s”", (source, place, message) => {
    const [problem, ...more] = infer(source).problems;
    expect(more).toEqual([]);
    expect(problem?.message).toMatch(message);
    expect(problem?.severity).toBeUndefined();
    expect(source.slice(problem?.start, problem?.end)).toBe(place);
  });

  it("only warns of fields that a schema does not rule out", () => {
    expect(infer("answer.scor").problems).toMatchObject([{ severity: "warning" }]);
  });

  it("leaves alone what asks whether a field is there, and what may be anything", () => {
    expect(infer("has(order.tax) || has(loose.tax.rate) || loose.x > 3").problems).toEqual([]);
  });
});

/** Expressions over `a`, `b` and `c`, right or wrong. */
const expressions = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(
      "a",
      "b",
      "c",
      "a.x",
      "b.y",
      "c.z",
      "a[0]",
      "b['x']",
      "1",
      "2.5",
      "'t'",
      "true",
      "null",
      "[]",
      "{}",
    ),
    fc
      .tuple(tie("any"), fc.constantFrom(..."+ - * / % < >= == != && || in".split(" ")), tie("any"))
      .map(([one, sign, other]) => `(${one} ${sign} ${other})`),
    fc.tuple(tie("any"), tie("any"), tie("any")).map((parts) => `(${parts[0]} ? ${parts[1]} : ${parts[2]})`),
    fc
      .tuple(fc.constantFrom(..."size text json string double first last lower bool".split(" ")), tie("any"))
      .map(([name, arg]) => `${name}(${arg})`),
    fc
      .tuple(tie("any"), fc.constantFrom(..."map filter exists all exists_one".split(" ")), tie("any"))
      .map(([list, name, body]) => `${list}.${name}(a, ${body})`),
    fc.tuple(tie("any"), fc.constantFrom("x", "y", "z")).map(([on, field]) => `(${on}).${field}`),
    fc.tuple(tie("any"), tie("any")).map(([one, other]) => `[${one}, ${other}]`),
    fc.tuple(tie("any"), tie("any")).map(([one, other]) => `{'x': ${one}, 'y': ${other}}`),
    fc.tuple(tie("any"), tie("any")).map(([one, other]) => `cel.bind(b, ${one}, ${other})`),
  ),
})).any;

const leaf = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom("t", "", "x"),
  fc.boolean(),
  fc.constant(null),
);
const values: fc.Arbitrary<Json> = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }),
  fc.record(
    { x: fc.oneof(leaf, fc.array(leaf, { maxLength: 2 })), y: leaf, z: leaf },
    { requiredKeys: ["x"] },
  ),
  fc.array(fc.record({ x: leaf, y: leaf }), { maxLength: 3 }),
);

/** Null stands for what is missing, and belongs to every type. */
function conforms(value: Json | undefined, type: ValueType): boolean {
  if (value === null || value === undefined || type.kind === "any") return true;
  if (type.kind === "list") return Array.isArray(value) && value.every((item) => conforms(item, type.item));
  if (type.kind !== "object") return typeof value === type.kind;
  if (typeof value !== "object" || Array.isArray(value)) return false;
  const others = Object.keys(value).filter((key) => !Object.hasOwn(type.fields, key));
  const known = Object.entries(type.fields).every(([key, field]) => conforms(value[key], field));
  return known && (type.others !== "none" || others.length === 0);
}

describe("agrees with evaluation", () => {
  it("on random expressions over random values of known types", () => {
    let gave = 0;
    fc.assert(
      fc.property(expressions, values, values, values, (source, a, b, c) => {
        const state = { a, b, c };
        const parsed = parseExpression(source);
        if (!parsed.ok) return;
        const known = { a: typeOfValue(a), b: typeOfValue(b), c: typeOfValue(c) };
        const { type } = inferType(parsed.value.ast, known);
        const value = valueFrom(() => evaluate(parsed.value, state));
        if (value === undefined) return;
        gave += 1;
        if (!conforms(value, type))
          throw new Error(`${source} gave ${JSON.stringify(value)}, not ${JSON.stringify(type)}`);
      }),
      { numRuns: 4_000 },
    );
    expect(gave).toBeGreaterThan(200);
  });

  it("finds wrong only what has no value, where every part is worked out", () => {
    const skipping = /\?|&&|\|\||\.(map|filter|exists|all|exists_one)\(/;
    let found = 0;
    fc.assert(
      fc.property(
        expressions.filter((source) => !skipping.test(source)),
        values,
        values,
        values,
        (source, a, b, c) => {
          const parsed = parseExpression(source);
          if (!parsed.ok) return;
          const known = { a: closed(typeOfValue(a)), b: closed(typeOfValue(b)), c: closed(typeOfValue(c)) };
          const [problem] = inferType(parsed.value.ast, known).problems;
          if (!problem) return;
          found += 1;
          const value = valueFrom(() => evaluate(parsed.value, { a, b, c }));
          if (value !== undefined)
            throw new Error(`${source} gave ${JSON.stringify(value)} in spite of: ${problem.message}`);
        },
      ),
      { numRuns: 3_000 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it("a value is of the type read off it", () => {
    fc.assert(fc.property(json, (value) => conforms(value, typeOfValue(value))));
  });

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), expressions), (source) => {
        const parsed = parseExpression(source);
        return !parsed.ok || inferType(parsed.value.ast, { a: anything }).type.kind.length > 0;
      }),
      { numRuns: 1_000 },
    );
  });
});

/** A value at hand has the fields it has. */
function closed(type: ValueType): ValueType {
  if (type.kind === "list") return { kind: "list", item: closed(type.item) };
  if (type.kind !== "object") return type;
  const fields = Object.entries(type.fields).map(([name, field]) => [name, closed(field)]);
  return { kind: "object", fields: Object.fromEntries(fields), others: "none" };
}

function valueFrom(run: () => Json): Json | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
