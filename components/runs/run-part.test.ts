import { expect, it } from "vitest";
import { partWords } from "./run-part";

const titleOf = (id: string) => id.toUpperCase();

it.each([
  [null, undefined],
  [{ pins: true }, undefined],
  [{ pins: true, from: "draft" }, "from “DRAFT”"],
  [{ pins: false, until: "review" }, "until “REVIEW”"],
  [{ pins: true, from: "draft", until: "review" }, "from “DRAFT” until “REVIEW”"],
  [{ pins: true, from: "draft", until: "draft" }, "only “DRAFT”"],
])("%j: %s", (test, words) => {
  expect(partWords(test, titleOf)).toBe(words);
});
