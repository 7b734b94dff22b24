import { expect, test } from "vitest";
import { type FeedbackFacts, inWords, summarise } from "./summary";

const thumb = (score: 0 | 1, commented = false): FeedbackFacts[number] => [
  "thumbs",
  "thumb",
  score,
  null,
  commented,
];
const score = (name: string, value: number): FeedbackFacts[number] => [name, "score", value, null, false];
const category = (name: string, value: string): FeedbackFacts[number] => [
  name,
  "category",
  null,
  value,
  false,
];

test("thumbs and comments are counted, scores averaged by name, categories counted", () => {
  expect(
    summarise([
      thumb(1),
      thumb(0, true),
      thumb(0),
      ["comment", "comment", null, null, true],
      score("tone", 3),
      score("accuracy", 0.5),
      score("accuracy", 1),
      category("topic", "refund"),
      category("topic", "parcel"),
      category("topic", "refund"),
    ]),
  ).toEqual({
    up: 1,
    down: 2,
    comments: 2,
    scores: [
      { name: "accuracy", mean: 0.75, count: 2 },
      { name: "tone", mean: 3, count: 1 },
    ],
    categories: [
      { name: "topic", category: "parcel", count: 1 },
      { name: "topic", category: "refund", count: 2 },
    ],
  });
});

test.each<[words: string, facts: FeedbackFacts]>([
  ["", []],
  ["1 up", [thumb(1)]],
  ["1 up, 2 down, 1 comment", [thumb(1), thumb(0), thumb(0, true)]],
  ["accuracy 0.67, 2 comments", [score("accuracy", 2 / 3), thumbless(), thumbless()]],
  ["topic refund ×2", [category("topic", "refund"), category("topic", "refund")]],
])("in words: %s", (words, facts) => {
  expect(inWords(summarise(facts))).toBe(words);
});

function thumbless(): FeedbackFacts[number] {
  return ["comment", "comment", null, null, true];
}
