import { expect, it } from "vitest";
import { tavily } from "./provider";

it("is asked with the key in a header", () => {
  const { body, ...request } = tavily.request({ query: "cheese", count: 3, key: "tvly-1", address: "" });
  expect(request).toEqual({
    method: "POST",
    url: "https://api.tavily.com/search",
    headers: { authorization: "Bearer tvly-1", "content-type": "application/json" },
  });
  expect(JSON.parse(body ?? "")).toEqual({ query: "cheese", max_results: 3 });
});

it("answers with pieces of pages", () => {
  const results = [{ title: "A", url: "https://a.test/", content: "About A", score: 0.9, raw_content: null }];
  const answer = { query: "cheese", answer: null, images: [], results, response_time: 1.2, request_id: "r" };
  expect(tavily.read(answer)).toEqual([{ title: "A", url: "https://a.test/", text: "About A" }]);
  expect(() => tavily.read({ detail: { error: "Unauthorized" } })).toThrow();
});
