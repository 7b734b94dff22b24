import { expect, it } from "vitest";
import { stateChanges } from "./state-changes";

it("puts what changed first, each part by name", () => {
  const before = { kept: 1, gone: true, edited: ["a"] };
  const after = { kept: 1, edited: ["a", "b"], fresh: "x" };
  expect(stateChanges(before, after)).toEqual([
    { channel: "edited", kind: "changed", before: ["a"], after: ["a", "b"] },
    { channel: "fresh", kind: "added", after: "x" },
    { channel: "gone", kind: "removed", before: true },
    { channel: "kept", kind: "same", before: 1, after: 1 },
  ]);
});

it("takes everything as added in the first state", () => {
  expect(stateChanges(undefined, { a: null })).toEqual([{ channel: "a", kind: "added", after: null }]);
});
