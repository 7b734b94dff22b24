import { expect, test } from "vitest";
import { entriesOf, textOf } from "./egress-lines";

test.each([
  ["", []],
  ["  \n ,\n", []],
  ["a.test", ["a.test"]],
  [" a.test \n*.b.test, 10.0.0.0/8\n\n", ["a.test", "*.b.test", "10.0.0.0/8"]],
])("%j are the entries %j", (text, entries) => {
  expect(entriesOf(text)).toEqual(entries);
  expect(entriesOf(textOf(entries))).toEqual(entries);
});
