import { expect, it } from "vitest";
import { searxng } from "./provider";

const question = { query: "cheese & wine", count: 5, key: undefined, address: "https://search.test/" };

it("is asked for JSON, with a token where it stands behind one", () => {
  expect(searxng.request(question)).toEqual({
    method: "GET",
    url: "https://search.test/search?q=cheese+%26+wine&format=json",
    headers: {},
  });
  expect(searxng.request({ ...question, key: "k" }).headers).toEqual({ authorization: "Bearer k" });
});

it("answers with results of its engines", () => {
  const answer = {
    query: "cheese",
    number_of_results: 0,
    results: [
      { url: "https://a.test/", title: "A", content: "About A", engine: "ddg", score: 1.5 },
      { url: "https://b.test/", title: "B", content: null },
    ],
    answers: [],
    unresponsive_engines: [["bing", "timeout"]],
  };
  expect(searxng.read(answer)).toEqual([
    { title: "A", url: "https://a.test/", text: "About A" },
    { title: "B", url: "https://b.test/", text: "" },
  ]);
  expect(() => searxng.read({ error: "no" })).toThrow();
});
