import { expect, test } from "vitest";
import { type Review, reviewProblem, saidOf } from "./review";

const filled = (part: Partial<Review>): Review => ({
  name: "",
  score: "",
  min: "0",
  max: "1",
  comment: "",
  ...part,
});

test.each<[what: string, part: Partial<Review>, field: string | undefined]>([
  ["nothing", {}, "comment"],
  ["a name alone", { name: "tone" }, "score"],
  ["a score alone", { score: "1" }, "name"],
  ["a score in words", { name: "tone", score: "good" }, "score"],
  ["no worst", { name: "tone", score: "1", min: "" }, "min"],
  ["no best", { name: "tone", score: "1", max: "x" }, "max"],
  ["a range that is none", { name: "tone", score: "1", min: "2" }, "max"],
  ["a score outside", { name: "tone", score: "2" }, "score"],
  ["a name that is taken", { name: "thumbs", score: "1" }, "name"],
  ["a score", { name: "tone", score: "0,5" }, undefined],
  ["a comment", { comment: "Fine" }, undefined],
])("%s", (_what, part, field) => {
  expect(reviewProblem(filled(part))?.field).toBe(field);
});

test("says what was filled in", () => {
  expect(saidOf(filled({ name: " tone ", score: "3.5", min: "1", max: "5", comment: " Fine " }))).toEqual({
    name: "tone",
    value: { kind: "score", score: 3.5, min: 1, max: 5 },
    comment: "Fine",
  });
  expect(saidOf(filled({ comment: "Fine" }))).toEqual({ comment: "Fine" });
});
