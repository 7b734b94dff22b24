import { expect, it } from "vitest";
import { editProblems, editsOf, stateWith, typedFrom } from "./state-edits";

const before = { word: "a", trail: ["1"] };

it("are what changed, and nothing else", () => {
  expect(editsOf(typedFrom({ word: "b", trail: ["1"] }, before), before)).toEqual([
    { channel: "word", how: "set", value: "b" },
  ]);
  expect(editsOf({ word: { how: "set", value: undefined } }, before)).toEqual([
    { channel: "word", how: "set", value: null },
  ]);
  expect(editsOf({ gone: { how: "set", value: undefined } }, before)).toEqual([]);
});

it("leave the form's fields closed for what the JSON says again", () => {
  expect(Object.keys(typedFrom({ word: "a", trail: [] }, before))).toEqual(["trail"]);
});

it("are changes where the same value goes through the reducer once more", () => {
  expect(editsOf({ trail: { how: "write", value: ["1"] } }, before)).toHaveLength(1);
});

it("make the state that is shown, as far as that is known before", () => {
  const edits = editsOf({ word: { how: "set", value: "b" }, trail: { how: "write", value: ["2"] } }, before);
  expect(stateWith(before, edits)).toEqual({ word: "b", trail: ["1"] });
});

it("are told what is wrong by their channels", () => {
  const edits = editsOf(typedFrom({ word: 1, other: 2 }, before), before);
  const problems = editProblems({ word: { type: "string", reducer: "replace" } }, edits);
  expect(Object.keys(problems)).toEqual(["word", "other"]);
});
