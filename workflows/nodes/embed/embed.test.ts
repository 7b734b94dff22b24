import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import type { EmbedCall, Embedder } from "@/workflows/runtime/ports";
import { fakeServices } from "@/workflows/testing/fake-services";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { shortNumbers } from "./short-numbers";

nodeContract("embed");

const config = { model: "con_1/embedder", list: "texts", output: "vectors" };

/** Gives a text's length, and keeps what it was asked. */
function measuring(batch: number) {
  const asked: EmbedCall[] = [];
  const embedder: Embedder = {
    provider: "p",
    model: "m",
    batch,
    embed: async (call) => {
      asked.push(call);
      return { vectors: call.texts.map(({ length }) => [length]), inputTokens: null };
    },
  };
  return { asked, texts: { ...fakeServices().texts, embedder: async () => embedder } };
}

describe("embed", () => {
  it("gives each text its vector, in the same order, over as many calls as it takes", async () => {
    const { asked, texts } = measuring(2);
    const state = { texts: ["a", "bb", "ccc", "dddd", "eeeee"] };
    const { update } = await runNode("embed", config, state, { texts });
    expect(update).toEqual({ vectors: [[1], [2], [3], [4], [5]] });
    expect(asked.map((call) => call.texts.length)).toEqual([2, 2, 1]);
  });

  it.each([
    [100, 3, [3, 2]],
    [2, 100, [2, 2, 1]],
  ])("sends no more at once than the model takes (%d) and the node says (%d)", async (most, batch, sizes) => {
    const { asked, texts } = measuring(most);
    await runNode("embed", { ...config, batch }, { texts: ["a", "b", "c", "d", "e"] }, { texts });
    expect(asked.map((call) => call.texts.length)).toEqual(sizes);
  });

  it("hands on what the vectors are for and how long they are", async () => {
    const { asked, texts } = measuring(9);
    await runNode("embed", { ...config, purpose: "query", dimensions: 8 }, { texts: "a" }, { texts });
    expect(asked).toEqual([
      { texts: ["a"], purpose: "query", dimensions: 8, signal: expect.any(AbortSignal) },
    ]);
  });

  it.each<[unknown, string, number[][]]>([
    ["one", "", [[3]]],
    [[{ title: "ab" }, { title: "c" }], "item.title", [[2], [1]]],
    [["x"], "item + string(index)", [[2]]],
    [[], "", []],
    [undefined, "", []],
  ])("takes %j by %j", async (value, by, vectors) => {
    const { texts } = measuring(9);
    const { update } = await runNode("embed", { ...config, by }, { texts: value }, { texts });
    expect(update).toEqual({ vectors });
  });

  it.each<[unknown, string, RegExp]>([
    [["a", 7], "", /Entry 2 of “Texts” gives 7, and a text is needed/],
    [["a", " "], "", /Entry 2 of “Texts” gives an empty text/],
    [[{ title: null }], "item.title", /Entry 1 of “Texts” gives nothing/],
    [{ a: 1 }, "", /“Texts” \(texts\) gives an object/],
  ])("refuses %j by %j before it calls anybody", async (value, by, message) => {
    const { asked, texts } = measuring(9);
    const run = runNode("embed", { ...config, by }, { texts: value }, { texts });
    await expect(run).rejects.toThrow(message);
    expect(asked).toEqual([]);
  });

  it("fails with what the model failed with", async () => {
    const refused = new AppError("model_auth", "No.");
    const texts = { ...fakeServices().texts, embedder: () => Promise.reject(refused) };
    await expect(runNode("embed", config, { texts: ["a"] }, { texts })).rejects.toBe(refused);
  });

  it("says what is missing, and that a slot is none", () => {
    expect(issuesOf("embed", { model: "slot/fast", list: "" })).toEqual([
      expect.stringMatching(/^model: A slot stands for models that chat/),
      "list: Say which texts it works on.",
      expect.stringMatching(/^output: The result goes nowhere/),
    ]);
  });

  it("keeps seven digits of a number", () => {
    expect(shortNumbers([[0.123456789, -1, 1e-12]])).toEqual([[0.1234568, -1, 1e-12]]);
  });
});
