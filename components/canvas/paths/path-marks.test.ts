import { expect, it } from "vitest";
import { pathMarks } from "./path-marks";

const words = (parts: { before?: string[]; same?: string[]; after?: string[] }) => {
  const { nodes, dimOthers } = pathMarks("me", {
    before: new Set(parts.before),
    same: new Set(parts.same),
    after: new Set(parts.after),
  });
  return { dimOthers, ...Object.fromEntries([...nodes].map(([id, { word }]) => [id, word])) };
};

it("says of each node when it runs, and dims the others", () => {
  expect(words({ before: ["a"], same: ["b"], after: ["c"] })).toEqual({
    dimOthers: true,
    me: "This node",
    a: "Before",
    b: "In parallel",
    c: "After",
  });
});

it("says of a node in the same loop that it runs on both sides, and of the node itself only that it is it", () => {
  expect(words({ before: ["a", "me"], after: ["a", "me"] })).toMatchObject({
    me: "This node",
    a: "Before and after",
  });
});
