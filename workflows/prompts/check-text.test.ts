import { expect, test } from "vitest";
import { checkText } from "./check-text";
import { variablesOf } from "./variables";

test.each([
  ["Hello {{ name }}, about {{ order.id }} and {{ upper(name) }}", ["name", "order"], []],
  ["{{ items.map(i, i + tone) }}", ["items", "tone"], []],
  ["No variable, \\{{ not even this }}", [], []],
  ["{{ name", [], ["The {{ at character 1 is never closed. Add }}, or write \\{{ for the characters."]],
  ["{{ type }}", [], ["“type” is a word of the expression language. Choose another name."]],
  ["{{ type(x) == string }}", ["x"], []],
])("%s asks for %j; wrong is %j", (text, variables, problems) => {
  expect(variablesOf(text)).toEqual(variables);
  expect(checkText(text).map(({ message }) => message)).toEqual(problems);
});
