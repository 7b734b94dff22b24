import { expect, it } from "vitest";
import { commands } from "./commands";
import { keysToShow, pressed } from "./keys";

interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  shiftKey: boolean;
}
const press = (key: string, part: Partial<Press> = {}) => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...part,
});

it.each([
  ["Mod+Z", press("z", { ctrlKey: true }), true],
  ["Mod+Z", press("Z", { ctrlKey: true, shiftKey: true }), false],
  ["Mod+Shift+Z", press("Z", { ctrlKey: true, shiftKey: true }), true],
  ["Delete", press("Delete"), true],
  ["/", press("/", { shiftKey: true }), true],
  ["?", press("?", { shiftKey: true }), true],
  ["+", press("+", { shiftKey: true }), true],
  ["Shift+1", press("!", { shiftKey: true, code: "Digit1" }), true],
  ["Tab", press("Tab", { shiftKey: true }), false],
  ["-", press("-", { ctrlKey: true }), false],
])("%s and %j: %s", (shortcut, event, expected) => {
  expect(pressed(event, shortcut)).toBe(expected);
});

it("prints the plus sign as a key", () => {
  expect(keysToShow("+")).toEqual(["+"]);
  expect(keysToShow("Mod+Shift+Z")).toEqual(["Ctrl", "Shift", "Z"]);
});

it("gives every command keys of its own; only Escape leaves one thing after the other, and Enter goes into a subgraph first", () => {
  const shared = ["Escape", "Enter"];
  const keys = commands.flatMap((command) => command.keys).filter((key) => !shared.includes(key));
  expect(new Set(keys).size).toBe(keys.length);
  const byEnter = commands.filter((command) => command.keys.includes("Enter"));
  expect(byEnter.map(({ id }) => id)).toEqual(["open-subgraph", "open"]);
});
