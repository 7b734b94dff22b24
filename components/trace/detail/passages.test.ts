import { expect, it } from "vitest";
import { passagesIn } from "./passages";

it("finds ranked entries with their texts, scores and sources", () => {
  const ranked = [
    { item: { text: "Refunds take five days.", source: "faq.md" }, score: 0.91, index: 2 },
    { item: "We ship on Mondays.", score: 0.2, index: 0 },
    { item: { price: 3 }, score: 0.1, index: 1 },
  ];
  expect(passagesIn({ ranked, count: 3 })).toEqual([
    {
      name: "ranked",
      passages: [
        { text: "Refunds take five days.", score: 0.91, source: "faq.md" },
        { text: "We ship on Mondays.", score: 0.2 },
        { text: '{"price":3}', score: 0.1 },
      ],
    },
  ]);
});

it.each([[undefined], ["text"], [{ list: [] }], [{ list: [{ text: "no score" }] }], [{ list: [1, 2] }]])(
  "finds none in %j",
  (output) => {
    expect(passagesIn(output)).toEqual([]);
  },
);
