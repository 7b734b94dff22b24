import { expect, it } from "vitest";
import { initials } from "./initials";

it.each([
  ["Ada Lovelace", "AL"],
  ["ada.lovelace@example.com", "AL"],
  ["Grace Brewster Murray Hopper", "GH"],
  ["plato", "P"],
  ["Łukasz Żak", "ŁŻ"],
  ["", "?"],
  ["  ", "?"],
])("%j is %s", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
