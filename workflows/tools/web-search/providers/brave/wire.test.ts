import { expect, it } from "vitest";
import { brave } from "./provider";

it("is asked with the key in a header of its own", () => {
  expect(brave.request({ query: "cheese & wine", count: 3, key: "k", address: "" })).toEqual({
    method: "GET",
    url: "https://api.search.brave.com/res/v1/web/search?q=cheese+%26+wine&count=3",
    headers: { accept: "application/json", "x-subscription-token": "k" },
  });
});

it("answers with marked words, which are plain here, and without a web where there is nothing", () => {
  const results = [
    {
      title: "<strong>Cheese</strong>",
      url: "https://a.test/",
      description: "All <strong>cheese</strong>.",
      age: "1 day ago",
    },
  ];
  const answer = { type: "search", query: { original: "cheese" }, web: { type: "search", results } };
  expect(brave.read(answer)).toEqual([{ title: "Cheese", url: "https://a.test/", text: "All cheese." }]);
  expect(brave.read({ type: "search", query: { original: "qqq" } })).toEqual([]);
  expect(() => brave.read("nothing")).toThrow();
});
