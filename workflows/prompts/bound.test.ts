import { expect, test } from "vitest";
import { renderTemplate } from "@/workflows/expressions/template";
import { boundText } from "./bound";

const state = {
  topic: "rain",
  items: [{ name: "a" }, { name: "b" }],
  i: "outside",
  count: 2,
  nested: { deep: { er: 1 } },
};

test.each([
  ["Write about {{ subject }}.", { subject: "topic" }, "Write about rain."],
  ["{{ subject + '!' }}", { subject: "topic" }, "rain!"],
  // What is bound stays one value, whatever stands beside it.
  ["{{ n * 2 }}", { n: "count + 1" }, "6"],
  ["{{ n * 2 }}", { n: "count + 1 // so far" }, "6"],
  ["{{ entries.map(i, i.name + mark) }}", { entries: "items", mark: "i" }, '["aoutside","boutside"]'],
  ["{{ entries.map(i, i.name) }}", { entries: "items" }, '["a","b"]'],
  ["{{ value.er }} and \\{{ value }}", { value: 'nested["deep"]' }, "1 and {{ value }}"],
  ["{{ value.a }}", { value: '{"a": {"b": 1}}' }, '{"b":1}'],
  ["No variables", { subject: "topic" }, "No variables"],
])("%s with %j gives %s", (text, bindings, given) => {
  expect(renderTemplate(boundText(text, new Map(Object.entries(bindings))), state)).toBe(given);
});

test("a variable that stands for another one's name is not replaced twice", () => {
  const bindings = new Map([
    ["a", "b"],
    ["b", "a"],
  ]);
  expect(boundText("{{ a }} {{ b }}", bindings)).toBe("{{ b }} {{ a }}");
});
