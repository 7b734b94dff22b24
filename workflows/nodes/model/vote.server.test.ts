import { AIMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { AnsweringModel, askedOf } from "@/workflows/testing/answering-model";
import { fakeContext } from "@/workflows/testing/fake-context";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { mostAgreed, voteOf } from "./vote.server";

/** Asks as often as there are answers, which fail where they are errors. */
function vote(values: readonly unknown[], field = "") {
  let asked = 0;
  return mostAgreed(values.length, field, async () => {
    const value = values[asked++];
    if (value instanceof Error) throw value;
    return { message: new AIMessage("x"), value };
  });
}

describe("a vote", () => {
  it.each<[string, unknown[], string, unknown, number, number]>([
    ["the majority", ["a", "b", "b"], "", "b", 2, 3],
    ["the earliest of as many", ["b", "a", "a", "b"], "", "b", 2, 4],
    ["texts that differ in their dress alone", ["No", " yes.", "“YES”", "**Yes!**"], "", " yes.", 3, 4],
    ["numbers", [4, 5, 5], "", 5, 2, 3],
    [
      "objects whatever the order of their keys",
      [{ a: 2 }, { a: 1, b: [2] }, { b: [2], a: 1 }],
      "",
      { a: 1, b: [2] },
      2,
      3,
    ],
    [
      "a field alone",
      [
        { k: "A", why: 1 },
        { k: "b", why: 2 },
        { k: "a", why: 3 },
      ],
      "k",
      { k: "A", why: 1 },
      2,
      3,
    ],
    ["a field further in", [{ k: { n: 1 } }, { k: { n: 2 } }, { k: { n: 2 } }], "k.n", { k: { n: 2 } }, 2, 3],
    ["those that answered", [new Error("down"), "a", new Error("down")], "", "a", 1, 1],
  ])("is won by %s", async (_, values, field, value, agreeing, given) => {
    expect(await vote(values, field)).toMatchObject({ answer: { value }, agreeing, given });
  });

  it("fails as the first did where nobody answered", async () => {
    const values = [new AppError("model_timeout", "Slow."), new Error("other")];
    await expect(vote(values)).rejects.toMatchObject({ code: "model_timeout" });
  });

  it.each([
    [{ a: 1 }, "toString"],
    [null, "a.b"],
    ["x", "length"],
  ])("counts a missing field as nothing: %j, %s", (value, field) => {
    expect(voteOf(value, field)).toBe("");
  });
});

describe("a model that is asked several times", () => {
  const config = { model: "one", prompt: "Which?", output: "said", samples: 3 };

  it("gives the answer that most agree on, and the trace says how many", async () => {
    const context = fakeContext();
    const model = new AnsweringModel("Rome", "Paris.", "paris");
    expect(await runNode("model", config, {}, askedOf(model), context)).toEqual({
      update: { said: "Paris." },
    });
    expect(model.asked).toHaveLength(3);
    expect(context.logs).toEqual(["info: 2 of 3 answers agree."]);
  });

  it("votes by a field of its objects, without those that do not fit", async () => {
    const schema = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
    const more = { format: "json", schema, voteField: "city" };
    const model = new AnsweringModel(
      { city: "Rome", why: "a" },
      { town: "Rome" },
      { city: "rome", why: "b" },
    );
    const { update } = await runNode("model", { ...config, ...more }, {}, askedOf(model));
    expect(update).toEqual({ said: { city: "Rome", why: "a" } });
  });

  it("adds the one answer to the conversation", async () => {
    const model = new AnsweringModel("a", "b", "b");
    const { update } = await runNode("model", { ...config, messages: "chat" }, {}, askedOf(model));
    expect(update?.chat).toMatchObject([{ content: "b" }]);
  });

  it("is asked at least twice for a vote", () => {
    expect(issuesOf("model", { ...config, samples: 2 })).toEqual([
      expect.stringMatching(/^samples: Two answers cannot outvote one another/),
    ]);
    expect(issuesOf("model", config)).toEqual([]);
  });
});
