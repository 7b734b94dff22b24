import { expect, it } from "vitest";
import { exa } from "./provider";

it("is asked for pages and the beginning of their text", () => {
  const { body, ...request } = exa.request({ query: "cheese", count: 3, key: "k", address: "" });
  expect(request).toEqual({
    method: "POST",
    url: "https://api.exa.ai/search",
    headers: { "x-api-key": "k", "content-type": "application/json" },
  });
  expect(JSON.parse(body ?? "")).toEqual({
    query: "cheese",
    numResults: 3,
    contents: { text: { maxCharacters: 600 } },
  });
});

it("answers with pages, some without a title", () => {
  const results = [
    { id: "1", title: "A", url: "https://a.test/", publishedDate: "2026-01-01T00:00:00Z", text: " About A " },
    { id: "2", title: null, url: "https://b.test/" },
  ];
  expect(exa.read({ requestId: "r", results, costDollars: { total: 0.005 } })).toEqual([
    { title: "A", url: "https://a.test/", text: "About A" },
    { title: "https://b.test/", url: "https://b.test/", text: "" },
  ]);
  expect(() => exa.read({ error: "Invalid API key" })).toThrow();
});
