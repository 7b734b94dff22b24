import { expect, it } from "vitest";
import { matches } from "./matches";

it.each<[string, (string | null | undefined)[], boolean]>([
  ["", ["anything"], true],
  ["  ", ["anything"], true],
  ["desk ref", ["Refund desk"], true],
  ["REFUND", ["Refund desk"], true],
  ["resume", ["Résumé reader"], true],
  ["desk slack", ["Refund desk", "posts to Slack"], true],
  ["desk slack", ["Refund desk", null, undefined], false],
  ["x", [], false],
])("%j in %j: %s", (search, texts, expected) => {
  expect(matches(search, ...texts)).toBe(expected);
});
