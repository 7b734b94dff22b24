import { expect, it } from "vitest";
import { diffLines, type Shown } from "./diff-lines";

const tool = (more: Partial<Shown> = {}): Shown => ({
  description: "Finds orders.",
  parameters: { type: "object", properties: { a: { type: "string" }, b: { type: "string" } } },
  effect: "read",
  ...more,
});
const changed = (more: Partial<Shown>) =>
  diffLines(tool(), tool(more))
    .filter(({ kind }) => kind !== "kept")
    .map(({ kind, text }) => `${kind} ${text.trim()}`);

it("tells what is new and what is gone", () => {
  expect(changed({ description: "Finds orders.\nNow also old ones." })).toEqual(["added Now also old ones."]);
  expect(changed({ effect: "act" })).toEqual(["removed effect: read", "added effect: act"]);
  const properties = { a: { type: "integer" }, b: { type: "string" } };
  expect(changed({ parameters: { type: "object", properties } })).toEqual([
    'removed "type": "string"',
    'added "type": "integer"',
  ]);
});

it("has nothing to tell of another order of keys", () => {
  const parameters = { properties: { b: { type: "string" }, a: { type: "string" } }, type: "object" };
  expect(diffLines(tool(), tool({ parameters }))).toEqual([]);
});

it("shows a few lines around, not all", () => {
  const lines = diffLines(tool(), tool({ description: "Finds all orders." }));
  expect(lines.map(({ kind }) => kind)).toEqual(["removed", "added", "kept", "kept"]);
});
