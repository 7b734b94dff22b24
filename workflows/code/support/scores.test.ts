import { FakeListChatModel } from "@langchain/core/utils/testing";
import { describe, expect, it } from "vitest";
import { AnsweringModel } from "@/workflows/testing/answering-model";
import { sendJson, withServer } from "../testing/local-server";
import { OfflineEmbeddings, OfflineReranker } from "./offline-texts.server";
import { scoresByChat, scoresByVectors } from "./rank.server";
import { Reranker } from "./reranker.server";

const texts = ["Trains run every hour.", "Cheese is made of milk.", "Milk comes from cows."];

describe("a reranker that exported code asks", () => {
  const ranked = (answer: unknown, status = 200) =>
    withServer(
      (_, response) => sendJson(response, answer, status),
      async (url, asked) => {
        const ranker = new Reranker({ url: `${url}/v1//`, key: "k", model: "rank-1" });
        const scores = await ranker.rank("milk", texts).catch((error: unknown) => error);
        return { scores, asked };
      },
    );

  it("is sent the question and the texts, and its scores come in the order of the texts", async () => {
    const results = [
      { index: 2, relevance_score: 0.9 },
      { index: 0, relevance_score: 0.1 },
    ];
    const { scores, asked } = await ranked({ results });
    // What it leaves out is worth nothing.
    expect(scores).toEqual([0.1, 0, 0.9]);
    expect(asked).toMatchObject([
      { method: "POST", url: "/v1/rerank", headers: { authorization: "Bearer k" } },
    ]);
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual({
      model: "rank-1",
      query: "milk",
      documents: texts,
      top_n: 3,
      return_documents: false,
    });
  });

  it.each([
    [503, { error: "busy" }, /rank-1 could not rank: 503/],
    [200, { scores: [1] }, /results/],
  ])("that answers with %d and %j is a failure in words", async (status, answer, words) => {
    expect((await ranked(answer, status)).scores).toMatchObject({ message: expect.stringMatching(words) });
  });
});

describe("scores of texts", () => {
  it("by vectors are highest for what shares its words, and one for each text", async () => {
    const scores = await scoresByVectors(new OfflineEmbeddings(64), "milk from cows", texts);
    expect(scores).toHaveLength(3);
    expect(scores.indexOf(Math.max(...scores))).toBe(2);
    expect(await new OfflineReranker().rank("milk from cows", texts)).toHaveLength(3);
  });

  it("by vectors of no text are none", async () => {
    expect(await scoresByVectors(new OfflineEmbeddings(), "milk", [])).toEqual([]);
  });

  it("by a chat model are those that it gives, in their order", async () => {
    const model = new AnsweringModel({ scores: [1, 5, 10] });
    const scores = await scoresByChat(model, "milk", texts, {});
    expect(scores).toHaveLength(3);
    expect([...scores].sort((one, other) => one - other)).toEqual(scores);
    expect(model.asked[0]?.map(({ text }) => text).join("\n")).toMatch(/milk[\s\S]*Trains run/);
  });

  it("by a chat model that gives none are a failure, not zeros", async () => {
    const model = new FakeListChatModel({ responses: ["I like milk."] });
    await expect(scoresByChat(model, "milk", texts, {})).rejects.toThrow();
  });
});
