import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { AnsweringModel, askedOf } from "@/workflows/testing/answering-model";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { chatScores, chatTexts } from "./chat-question";
import { rerankConfig, rerankDefinition } from "./definition";
import { ranked } from "./ranked";

nodeContract("rerank");

const config = { model: "con_1/r", query: "{{ q }}", list: "texts", output: "best" };
const state = { q: "kettle", texts: ["a lamp", "the kettle", "the kettle leaks"] };

describe("rerank", () => {
  it.each(["reranker", "embedding"])("orders texts by a %s", async (way) => {
    const { update } = await runNode("rerank", { ...config, way, keep: 2 }, state);
    expect(update).toMatchObject({ best: [{ item: "the kettle", index: 1 }, { index: 2 }] });
  });

  it("orders texts by what a chat model makes of them", async () => {
    const model = new AnsweringModel({
      scores: [
        { number: 1, score: 0.2 },
        { number: 3, score: 0.9 },
      ],
    });
    const { update } = await runNode("rerank", { ...config, way: "chat" }, state, askedOf(model));
    expect(update).toEqual({
      best: [
        { item: "the kettle leaks", score: 0.9, index: 2 },
        { item: "a lamp", score: 0.2, index: 0 },
        { item: "the kettle", score: 0, index: 1 },
      ],
    });
    const [, question] = model.asked[0] ?? [];
    expect(question?.text).toContain('The question: kettle\n\n<text number="1">\na lamp\n</text>');
  });

  it("keeps to braces in texts as they are", async () => {
    const model = new AnsweringModel({ scores: [] });
    await runNode("rerank", { ...config, way: "chat" }, { q: "x", texts: ["{{ q }}"] }, askedOf(model));
    expect(model.asked[0]?.[1]?.text).toContain("\n{{ q }}\n");
  });

  it("tells the trace where a chat model's answer cannot be read", async () => {
    const context = fakeContext();
    const services = askedOf(new AnsweringModel("the second one"));
    const { update } = await runNode("rerank", { ...config, way: "chat" }, state, services, context);
    expect(update).toMatchObject({ best: [{ score: 0 }, { score: 0 }, { score: 0 }] });
    expect(context.logs).toEqual([expect.stringMatching(/^warn: The model's answer does not fit/)]);
  });

  it("asks nobody where there is nothing to rank", async () => {
    const nobody = () => Promise.reject(new Error("It was asked."));
    const texts = { ...fakeServices().texts, reranker: nobody };
    expect(await runNode("rerank", config, { q: "x", texts: [] }, { texts })).toEqual({
      update: { best: [] },
    });
  });

  it.each([
    [{ ...state, q: " " }, {}, /The question is empty/],
    [{ ...state, texts: [3] }, {}, /Entry 1 of “Texts” gives 3/],
    [{ q: "x", texts: Array(101).fill("a") }, { way: "chat" }, /scores up to 100 texts at once/],
  ])("refuses what cannot be ranked", async (given, more, message) => {
    await expect(runNode("rerank", { ...config, ...more }, given)).rejects.toThrow(message);
  });

  it("leaves out what scores too little", async () => {
    const { update } = await runNode("rerank", { ...config, least: 0.3 }, state);
    expect(update).toMatchObject({ best: [{ index: 1 }, { index: 2 }] });
  });

  it("says what is missing", () => {
    expect(issuesOf("rerank", { model: "slot/fast" })).toEqual([
      expect.stringMatching(/^model: A slot/),
      "query: Say what the texts should answer.",
      "list: Say which texts it works on.",
      expect.stringMatching(/^output:/),
    ]);
    expect(issuesOf("rerank", { ...config, model: "slot/fast", way: "chat" })).toEqual([]);
  });

  it("needs its fallbacks only where a chat model judges", () => {
    const needs = (way: string) =>
      rerankDefinition
        .needs?.(rerankConfig.parse({ ...config, way, fallbacks: [{ model: "b/c" }] }))
        .map(({ field }) => field);
    expect([needs("chat"), needs("reranker")]).toEqual([["model", "fallbacks.0.model"], ["model"]]);
  });
});

describe("an order by scores", () => {
  it("holds every entry once, none before a better one, and equal ones as they were", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 })), (scores) => {
        const entries = scores.map((_, index) => ({ entry: index, text: "x" }));
        const { update } = ranked({ output: "o" }, entries, scores);
        const found = Object(update.o).map(({ score, index }: { score: number; index: number }) => [
          -score,
          index,
        ]);
        const expected = scores.map((score, index) => [-score, index]);
        expected.sort(([a = 0, i = 0], [b = 0, j = 0]) => a - b || i - j);
        expect(found).toEqual(expected);
      }),
    );
  });

  it.each<[JsonObject | undefined, number[]]>([
    [undefined, [0, 0]],
    [{ scores: "high" }, [0, 0]],
    [
      { scores: [null, { number: 2, score: 0.5 }, { number: 9, score: 1 }, { number: 1, score: "x" }] },
      [0, 0.5],
    ],
  ])("reads %j as %j", (verdict, scores) => {
    expect(chatScores(verdict, 2)).toEqual(scores);
  });

  it("numbers texts from 1", () => {
    expect(chatTexts("q", ["a", "b"])).toContain('<text number="1">\na\n</text>\n\n<text number="2">\nb\n');
  });
});
